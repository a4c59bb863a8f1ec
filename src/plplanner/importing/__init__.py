"""Gradebook files: what they say, and what the teacher confirms of it."""
