-- How long each round of a template is, where they are not all alike.

CREATE TABLE template_round (
    id INTEGER PRIMARY KEY NOT NULL,
    day_template_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    UNIQUE (day_template_id, number),
    FOREIGN KEY (day_template_id) REFERENCES day_template (id) ON DELETE CASCADE
);
CREATE INDEX ix_template_round_day_template_id ON template_round (day_template_id);
