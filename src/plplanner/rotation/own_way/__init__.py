"""Students who go their own way through a lesson, and seats of their own."""
