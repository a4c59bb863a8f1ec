"""The stations a class rotates through."""
