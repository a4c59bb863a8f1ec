"""A planned lesson as it is held."""
