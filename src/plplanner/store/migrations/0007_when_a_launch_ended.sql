-- A launch may be cut short or last longer than planned: when it really ended.

ALTER TABLE lesson_run ADD COLUMN launched_at TEXT;
