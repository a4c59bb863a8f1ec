"""Students who work at a seat of their own while the groups rotate."""
