-- A day that somebody else teaches, and what she should know of the class: the teacher's own words.

CREATE TABLE substitute_words (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL UNIQUE,
    where_things TEXT NOT NULL DEFAULT '',
    routines TEXT NOT NULL DEFAULT '',
    help_from TEXT NOT NULL DEFAULT '',
    spare_day TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE
);

ALTER TABLE rotation_plan ADD COLUMN has_substitute INTEGER NOT NULL DEFAULT 0;
