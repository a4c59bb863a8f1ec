-- How students did on the single items of a test, as each import says it: a letter to each item,
-- R right, W wrong, - not answered, ? without a result.

CREATE TABLE item_answers (
    id INTEGER PRIMARY KEY NOT NULL,
    score_id INTEGER NOT NULL,
    gradebook_import_id INTEGER NOT NULL,
    results TEXT NOT NULL,
    UNIQUE (score_id, gradebook_import_id),
    FOREIGN KEY (score_id) REFERENCES score (id) ON DELETE CASCADE,
    FOREIGN KEY (gradebook_import_id) REFERENCES gradebook_import (id) ON DELETE CASCADE
);
CREATE INDEX ix_item_answers_score_id ON item_answers (score_id);
CREATE INDEX ix_item_answers_gradebook_import_id ON item_answers (gradebook_import_id);
