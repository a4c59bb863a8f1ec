"""Resources: the library."""
