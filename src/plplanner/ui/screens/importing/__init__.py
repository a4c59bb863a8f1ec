"""The import drawer: a file, what it says, what would change."""
