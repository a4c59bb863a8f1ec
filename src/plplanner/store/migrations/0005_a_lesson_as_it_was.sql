-- What a lesson was really like: who came late, when its rounds began and ended, what was done at
-- each station, and notes taken on the way. Of earlier lessons that is not known.

ALTER TABLE attendance_mark ADD COLUMN kind TEXT NOT NULL DEFAULT 'absent';

CREATE TABLE lesson_run (
    id INTEGER PRIMARY KEY NOT NULL,
    rotation_plan_id INTEGER NOT NULL UNIQUE,
    close INTEGER NOT NULL,
    paused_since TEXT,
    FOREIGN KEY (rotation_plan_id) REFERENCES rotation_plan (id) ON DELETE CASCADE
);

CREATE TABLE lived_round (
    id INTEGER PRIMARY KEY NOT NULL,
    round_id INTEGER NOT NULL UNIQUE,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    is_held INTEGER NOT NULL,
    FOREIGN KEY (round_id) REFERENCES round (id) ON DELETE CASCADE
);

CREATE TABLE visit_outcome (
    id INTEGER PRIMARY KEY NOT NULL,
    station_visit_id INTEGER NOT NULL UNIQUE,
    outcome TEXT NOT NULL,
    FOREIGN KEY (station_visit_id) REFERENCES station_visit (id) ON DELETE CASCADE
);

CREATE TABLE quick_note (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    student_id INTEGER,
    small_group_id INTEGER,
    about TEXT NOT NULL,
    day TEXT NOT NULL,
    written_at TEXT NOT NULL,
    words TEXT NOT NULL,
    kind TEXT NOT NULL,
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE,
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE,
    FOREIGN KEY (small_group_id) REFERENCES small_group (id) ON DELETE SET NULL
);
CREATE INDEX ix_quick_note_school_class_id ON quick_note (school_class_id);
CREATE INDEX ix_quick_note_student_id ON quick_note (student_id);
CREATE INDEX ix_quick_note_small_group_id ON quick_note (small_group_id);
