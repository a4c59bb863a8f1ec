"""Small groups as they were saved: those in use now, drafts, the history, the teacher's list."""
