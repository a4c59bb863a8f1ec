"""Students of the class."""
