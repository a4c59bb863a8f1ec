"""Playlists: ordered resources per standard, and who works on which."""
