"""Gradebook files that were taken in."""

from datetime import datetime

from sqlmodel import Field

from plplanner.models.table import Table


class GradebookImport(Table, table=True):
    """One file taken in. Scores remember the import they came from."""

    id: int | None = Field(default=None, primary_key=True)
    file_name: str
    file_hash: str
    format: str
    imported_at: datetime
