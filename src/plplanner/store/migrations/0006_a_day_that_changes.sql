-- What changes on the day itself: which words are on paper already, who works with another group, and
-- what stands in when there is no internet or an adult is out.

CREATE TABLE printed_lesson (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    pieces TEXT NOT NULL,
    qr_codes INTEGER NOT NULL,
    second_language INTEGER NOT NULL,
    UNIQUE (school_class_id, day),
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE
);
CREATE INDEX ix_printed_lesson_school_class_id ON printed_lesson (school_class_id);

CREATE TABLE plan_guest (
    id INTEGER PRIMARY KEY NOT NULL,
    rotation_plan_id INTEGER NOT NULL,
    student_id INTEGER NOT NULL,
    small_group_id INTEGER NOT NULL,
    UNIQUE (rotation_plan_id, student_id),
    FOREIGN KEY (rotation_plan_id) REFERENCES rotation_plan (id) ON DELETE CASCADE,
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE,
    FOREIGN KEY (small_group_id) REFERENCES small_group (id) ON DELETE CASCADE
);
CREATE INDEX ix_plan_guest_rotation_plan_id ON plan_guest (rotation_plan_id);
CREATE INDEX ix_plan_guest_student_id ON plan_guest (student_id);
CREATE INDEX ix_plan_guest_small_group_id ON plan_guest (small_group_id);

ALTER TABLE station ADD COLUMN adult TEXT NOT NULL DEFAULT '';
ALTER TABLE rotation_plan ADD COLUMN has_internet INTEGER NOT NULL DEFAULT 1;
ALTER TABLE station_visit ADD COLUMN stand_in TEXT;
ALTER TABLE station_visit ADD COLUMN planned_task TEXT;
ALTER TABLE station_visit ADD COLUMN planned_kind TEXT;
