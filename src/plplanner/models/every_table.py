"""Knows every table file, so that foreign keys find their tables whoever asks first."""

from plplanner.models import (
    calendar,
    gradebook,
    grouping,
    importing,
    library,
    playlists,
    roster,
    rotation,
    standards,
)

TABLE_FILES = (
    calendar,
    gradebook,
    grouping,
    importing,
    library,
    playlists,
    roster,
    rotation,
    standards,
)
