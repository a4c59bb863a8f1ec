-- A cell of a plan that stays as it is when its day is drafted again.

ALTER TABLE station_visit ADD COLUMN is_locked INTEGER NOT NULL DEFAULT 0;
