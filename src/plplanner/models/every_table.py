"""Knows every table file, so that foreign keys find their tables whoever asks first."""

from plplanner.models import (
    calendar,
    gradebook,
    grouping,
    grouping_rules,
    importing,
    learning_targets,
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
    grouping_rules,
    importing,
    learning_targets,
    library,
    playlists,
    roster,
    rotation,
    standards,
)
