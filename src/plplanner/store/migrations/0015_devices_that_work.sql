-- How many devices work: on every day (no day), and on a single one.

CREATE TABLE working_devices (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    day TEXT,
    working INTEGER,
    students_each INTEGER NOT NULL,
    UNIQUE (school_class_id, day),
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE
);
CREATE INDEX ix_working_devices_school_class_id ON working_devices (school_class_id);
