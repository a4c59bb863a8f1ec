-- When the adult of a station is there, and whether the station runs only then.

ALTER TABLE station ADD COLUMN adult_from TEXT;
ALTER TABLE station ADD COLUMN adult_until TEXT;
ALTER TABLE station ADD COLUMN needs_adult INTEGER NOT NULL DEFAULT 0;
