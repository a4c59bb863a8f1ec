-- What an import brought, so that it can be removed days later; kinds of numbers of test systems;
-- and what the teacher corrected in a file, for the next file of the same shape.

ALTER TABLE gradebook_import ADD COLUMN assessments_new INTEGER NOT NULL DEFAULT 0;

ALTER TABLE school_class ADD COLUMN gradebook_import_id INTEGER
    REFERENCES gradebook_import (id) ON DELETE SET NULL;
CREATE INDEX ix_school_class_gradebook_import_id ON school_class (gradebook_import_id);

ALTER TABLE student ADD COLUMN gradebook_import_id INTEGER
    REFERENCES gradebook_import (id) ON DELETE SET NULL;
CREATE INDEX ix_student_gradebook_import_id ON student (gradebook_import_id);

ALTER TABLE student_identifier ADD COLUMN gradebook_import_id INTEGER
    REFERENCES gradebook_import (id) ON DELETE SET NULL;
CREATE INDEX ix_student_identifier_gradebook_import_id ON student_identifier (gradebook_import_id);

ALTER TABLE enrollment ADD COLUMN gradebook_import_id INTEGER
    REFERENCES gradebook_import (id) ON DELETE SET NULL;
CREATE INDEX ix_enrollment_gradebook_import_id ON enrollment (gradebook_import_id);

ALTER TABLE assessment ADD COLUMN imported_title TEXT;
ALTER TABLE assessment ADD COLUMN imported_taken_on TEXT;
ALTER TABLE assessment ADD COLUMN gradebook_import_id INTEGER
    REFERENCES gradebook_import (id) ON DELETE SET NULL;
CREATE INDEX ix_assessment_gradebook_import_id ON assessment (gradebook_import_id);

-- Version 1 did not keep what a file had called an assessment: its title now is the best word.
UPDATE assessment SET imported_title = title, imported_taken_on = taken_on
    WHERE id IN (SELECT assessment_id FROM score WHERE gradebook_import_id IS NOT NULL);

ALTER TABLE score ADD COLUMN progress REAL;
ALTER TABLE score ADD COLUMN mastered INTEGER;
ALTER TABLE score ADD COLUMN last_import_id INTEGER
    REFERENCES gradebook_import (id) ON DELETE SET NULL;
CREATE INDEX ix_score_last_import_id ON score (last_import_id);
UPDATE score SET last_import_id = gradebook_import_id WHERE gradebook_import_id IS NOT NULL;

ALTER TABLE replaced_score ADD COLUMN progress REAL;
ALTER TABLE replaced_score ADD COLUMN mastered INTEGER;

CREATE TABLE student_alias (
    id INTEGER PRIMARY KEY NOT NULL,
    student_id INTEGER NOT NULL,
    written TEXT NOT NULL,
    gradebook_import_id INTEGER,
    UNIQUE (student_id, written),
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE,
    FOREIGN KEY (gradebook_import_id) REFERENCES gradebook_import (id) ON DELETE SET NULL,
    CHECK (written <> '')
);
CREATE INDEX ix_student_alias_student_id ON student_alias (student_id);
CREATE INDEX ix_student_alias_gradebook_import_id ON student_alias (gradebook_import_id);

CREATE TABLE imported_class (
    id INTEGER PRIMARY KEY NOT NULL,
    gradebook_import_id INTEGER NOT NULL,
    school_class_id INTEGER,
    name TEXT NOT NULL,
    students_new INTEGER NOT NULL,
    students_matched INTEGER NOT NULL,
    scores_new INTEGER NOT NULL,
    scores_changed INTEGER NOT NULL,
    FOREIGN KEY (gradebook_import_id) REFERENCES gradebook_import (id) ON DELETE CASCADE,
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE SET NULL
);
CREATE INDEX ix_imported_class_gradebook_import_id ON imported_class (gradebook_import_id);
CREATE INDEX ix_imported_class_school_class_id ON imported_class (school_class_id);

CREATE TABLE imported_student (
    id INTEGER PRIMARY KEY NOT NULL,
    imported_class_id INTEGER NOT NULL,
    student_id INTEGER NOT NULL,
    UNIQUE (imported_class_id, student_id),
    FOREIGN KEY (imported_class_id) REFERENCES imported_class (id) ON DELETE CASCADE,
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE
);
CREATE INDEX ix_imported_student_imported_class_id ON imported_student (imported_class_id);
CREATE INDEX ix_imported_student_student_id ON imported_student (student_id);

CREATE TABLE file_mapping (
    id INTEGER PRIMARY KEY NOT NULL,
    shape TEXT NOT NULL,
    corrections TEXT NOT NULL,
    remembered_at TEXT NOT NULL,
    UNIQUE (shape)
);
