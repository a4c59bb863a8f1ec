-- A station whose work needs that of another one first.

ALTER TABLE station ADD COLUMN after_id INTEGER REFERENCES station (id) ON DELETE SET NULL;
CREATE INDEX ix_station_after_id ON station (after_id);
