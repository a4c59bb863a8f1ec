-- What a lesson is for, in content and in language, and what is watched before the next one.

ALTER TABLE rotation_plan ADD COLUMN content_goal TEXT NOT NULL DEFAULT '';
ALTER TABLE rotation_plan ADD COLUMN language_goal TEXT NOT NULL DEFAULT '';
ALTER TABLE rotation_plan ADD COLUMN watch_next TEXT NOT NULL DEFAULT '';
