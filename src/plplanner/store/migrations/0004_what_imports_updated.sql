-- What an import updated on assessments that were there before, and which standards it said they
-- measure, so that removing the import puts these back too. Of earlier imports that is not known.

CREATE TABLE replaced_assessment (
    id INTEGER PRIMARY KEY NOT NULL,
    gradebook_import_id INTEGER NOT NULL,
    assessment_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    taken_on TEXT,
    points_possible REAL,
    imported_title TEXT,
    imported_taken_on TEXT,
    new_title TEXT,
    new_taken_on TEXT,
    new_points_possible REAL,
    new_imported_title TEXT,
    new_imported_taken_on TEXT,
    UNIQUE (assessment_id, gradebook_import_id),
    FOREIGN KEY (gradebook_import_id) REFERENCES gradebook_import (id) ON DELETE CASCADE,
    FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
);
CREATE INDEX ix_replaced_assessment_gradebook_import_id ON replaced_assessment (gradebook_import_id);
CREATE INDEX ix_replaced_assessment_assessment_id ON replaced_assessment (assessment_id);

CREATE TABLE imported_standard (
    id INTEGER PRIMARY KEY NOT NULL,
    gradebook_import_id INTEGER NOT NULL,
    assessment_id INTEGER NOT NULL,
    standard_id INTEGER NOT NULL,
    is_new INTEGER NOT NULL,
    UNIQUE (assessment_id, standard_id, gradebook_import_id),
    FOREIGN KEY (gradebook_import_id) REFERENCES gradebook_import (id) ON DELETE CASCADE,
    FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE CASCADE,
    FOREIGN KEY (standard_id) REFERENCES standard (id) ON DELETE CASCADE
);
CREATE INDEX ix_imported_standard_gradebook_import_id ON imported_standard (gradebook_import_id);
CREATE INDEX ix_imported_standard_assessment_id ON imported_standard (assessment_id);
CREATE INDEX ix_imported_standard_standard_id ON imported_standard (standard_id);
