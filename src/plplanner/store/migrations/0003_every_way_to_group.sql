-- What every way to group and every rule needs: cuts and drafts of a set of groups, rules about tags
-- and about one group, with dates; tags of students, who is absent when, and what topics they like.

ALTER TABLE group_set ADD COLUMN nearly_cut REAL;
ALTER TABLE group_set ADD COLUMN secure_cut REAL;
ALTER TABLE group_set ADD COLUMN state TEXT NOT NULL DEFAULT 'in_use';
ALTER TABLE group_set ADD COLUMN starts_on TEXT;

ALTER TABLE small_group ADD COLUMN topic TEXT NOT NULL DEFAULT '';
ALTER TABLE small_group ADD COLUMN teacher_table INTEGER NOT NULL DEFAULT 0;

ALTER TABLE group_member ADD COLUMN expert_topic TEXT NOT NULL DEFAULT '';

ALTER TABLE grouping_rule ADD COLUMN tag TEXT NOT NULL DEFAULT '';
ALTER TABLE grouping_rule ADD COLUMN count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE grouping_rule ADD COLUMN identity_key TEXT NOT NULL DEFAULT '';
ALTER TABLE grouping_rule ADD COLUMN starts_on TEXT;
ALTER TABLE grouping_rule ADD COLUMN ends_on TEXT;

CREATE TABLE topic_choice (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    student_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    topic TEXT NOT NULL,
    UNIQUE (school_class_id, student_id, topic),
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE,
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE,
    CHECK (topic <> '')
);
CREATE INDEX ix_topic_choice_school_class_id ON topic_choice (school_class_id);
CREATE INDEX ix_topic_choice_student_id ON topic_choice (student_id);

CREATE TABLE student_tag (
    id INTEGER PRIMARY KEY NOT NULL,
    student_id INTEGER NOT NULL,
    tag TEXT NOT NULL,
    UNIQUE (student_id, tag),
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE,
    CHECK (tag <> '')
);
CREATE INDEX ix_student_tag_student_id ON student_tag (student_id);

CREATE TABLE attendance_mark (
    id INTEGER PRIMARY KEY NOT NULL,
    student_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    UNIQUE (student_id, day),
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE
);
CREATE INDEX ix_attendance_mark_student_id ON attendance_mark (student_id);
