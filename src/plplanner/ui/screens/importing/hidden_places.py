"""Which rows and columns of a file have nothing new in them, for a file that came before."""

from plplanner.importing.header_words import ColumnRole
from plplanner.importing.preview import ImportPreview
from plplanner.importing.score_changes import touched_by
from plplanner.records import record
from plplanner.ui.screens.importing.files_in import Told
from plplanner.ui.screens.importing.one_file import shows_only_changes


@record(frozen=True)
class HiddenPlaces:
    """Rows of the table and columns, both from 0, that are not shown."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


def hidden_places(preview: ImportPreview, told: Told) -> HiddenPlaces:
    """Nothing, unless only the changes are shown; cells that need a look always are."""
    if not shows_only_changes(preview, told):
        return HiddenPlaces()
    touched, source = touched_by(preview.classes), preview.source
    troubled = {(one.row, one.place) for one in preview.troubles}
    rows_kept = {source.students[i] for i in touched.students} | {row for row, _ in troubled}
    kept = {preview.places[j] for j in touched.assessments} | {place for _, place in troubled}
    rows = {row for row in range(source.header + 1, len(source.table.rows)) if row != source.points}
    columns = {
        place
        for place, column in enumerate(source.columns)
        if column.role in (ColumnRole.SCORE, ColumnRole.LEFT_OUT)
    }
    return HiddenPlaces(frozenset(rows - rows_kept), frozenset(columns - kept))
