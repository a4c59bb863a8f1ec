-- How loud it is at a station; plans keep it with the other words of the station.

ALTER TABLE station ADD COLUMN voice INTEGER;
ALTER TABLE station_visit ADD COLUMN voice INTEGER;
