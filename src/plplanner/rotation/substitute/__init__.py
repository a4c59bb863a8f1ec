"""A day that somebody else teaches."""
