-- A rotation spread over days: which of its days a plan is, from 1, and how many there are. One more
-- than there are is the day to catch up; 0 is a day by itself.

ALTER TABLE rotation_plan ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rotation_plan ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;
