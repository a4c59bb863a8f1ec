-- A day kept under a name: its rounds and stations, to draft other days from.

CREATE TABLE day_template (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    weekday INTEGER,
    minutes INTEGER NOT NULL,
    rounds INTEGER NOT NULL,
    launch INTEGER NOT NULL,
    close INTEGER NOT NULL,
    move INTEGER NOT NULL,
    when_done TEXT NOT NULL DEFAULT '',
    UNIQUE (school_class_id, name),
    UNIQUE (school_class_id, weekday),
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE
);
CREATE INDEX ix_day_template_school_class_id ON day_template (school_class_id);

CREATE TABLE template_station (
    id INTEGER PRIMARY KEY NOT NULL,
    day_template_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    task TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    UNIQUE (day_template_id, name),
    FOREIGN KEY (day_template_id) REFERENCES day_template (id) ON DELETE CASCADE
);
CREATE INDEX ix_template_station_day_template_id ON template_station (day_template_id);
