-- Bell schedules a teacher keeps (the others hold the time of one class), the days of the week on
-- which each rings, as numbers, and special days that ring one.

ALTER TABLE bell_schedule ADD COLUMN is_kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bell_schedule ADD COLUMN weekdays TEXT NOT NULL DEFAULT '';
ALTER TABLE day_exception ADD COLUMN bell_schedule_id INTEGER
    REFERENCES bell_schedule (id) ON DELETE SET NULL;
CREATE INDEX ix_day_exception_bell_schedule_id ON day_exception (bell_schedule_id);
