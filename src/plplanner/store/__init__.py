"""The planner file on disk: opening, saving, undo, backups, migrations."""
