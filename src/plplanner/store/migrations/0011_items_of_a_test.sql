-- How students did on the single items of a test, as each import says it.

CREATE TABLE item_answer (
    id INTEGER PRIMARY KEY NOT NULL,
    score_id INTEGER NOT NULL,
    gradebook_import_id INTEGER NOT NULL,
    item INTEGER NOT NULL,
    result TEXT NOT NULL,
    UNIQUE (score_id, gradebook_import_id, item),
    FOREIGN KEY (score_id) REFERENCES score (id) ON DELETE CASCADE,
    FOREIGN KEY (gradebook_import_id) REFERENCES gradebook_import (id) ON DELETE CASCADE
);
CREATE INDEX ix_item_answer_score_id ON item_answer (score_id);
CREATE INDEX ix_item_answer_gradebook_import_id ON item_answer (gradebook_import_id);
