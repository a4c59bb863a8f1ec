"""Learning resources, their tags, and the standards they teach."""
