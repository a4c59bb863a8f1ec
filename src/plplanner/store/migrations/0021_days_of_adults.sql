-- On which days of the week the adult of a station is there: their numbers, empty on all.

ALTER TABLE station ADD COLUMN adult_days TEXT NOT NULL DEFAULT '';
