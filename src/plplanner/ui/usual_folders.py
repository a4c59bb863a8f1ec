"""Where a file dialog begins: folders a teacher knows, never the program's own."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

_Place = QStandardPaths.StandardLocation


def documents() -> Path:
    """Where files go that she asks for: Documents, else her home."""
    return _first_there(_Place.DocumentsLocation)


def downloads() -> Path:
    """Where gradebook files arrive: Downloads, else Documents, else her home."""
    return _first_there(_Place.DownloadLocation, _Place.DocumentsLocation)


def _first_there(*places: _Place) -> Path:
    named = (QStandardPaths.writableLocation(place) for place in places)
    return next((Path(one) for one in named if one and Path(one).is_dir()), Path.home())
