"""Playlists, with what is on them."""
