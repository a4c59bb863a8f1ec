-- Special days on which some hours are without lessons; on which days a class meets, and when on a
-- single one; how long launch, close, moves and setting up take.

ALTER TABLE day_exception ADD COLUMN closed_from TEXT;
ALTER TABLE day_exception ADD COLUMN closed_until TEXT;

CREATE TABLE meeting_days (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL UNIQUE,
    weekdays TEXT NOT NULL,
    alternates_from TEXT,
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE
);

CREATE TABLE lesson_on_day (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    UNIQUE (school_class_id, day),
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE
);
CREATE INDEX ix_lesson_on_day_school_class_id ON lesson_on_day (school_class_id);

CREATE TABLE lesson_frame (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL UNIQUE,
    launch INTEGER NOT NULL,
    close INTEGER NOT NULL,
    move INTEGER NOT NULL,
    set_up INTEGER NOT NULL,
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE
);
