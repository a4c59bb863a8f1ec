"""What the Scores room saves as a file: the scores of one assessment, all of them, the class."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from plplanner.gradebook.rows import AssessmentRow
from plplanner.sharing.file_names import file_stem
from plplanner.sharing.oneroster import oneroster_zip
from plplanner.sharing.queries import class_to_share
from plplanner.sharing.rows import SharedClass
from plplanner.sharing.score_table import score_table
from plplanner.sharing.table_files import TableToShare
from plplanner.ui.exports import Export, table_export
from plplanner.ui.screens.gradebook.viewmodel import KIND_WORDS, ScoreLine
from plplanner.ui.stage import Stage

_ZIP = (("OneRoster 1.1", ".zip"),)
# A gradebook's own word for a column that is not taken in again.
_LEVEL = "Level (read only)"


def one_assessment(
    stage: Stage, row: AssessmentRow, order: Sequence[int], lines: Mapping[int, ScoreLine]
) -> Export:
    """The scores of one assessment, in the order they are shown."""

    def table() -> TableToShare:
        shared = _shared(stage)
        by_id = {student.id: student for student in shared.students}
        shown = tuple(by_id[one] for one in order if one in by_id)
        found = score_table(replace(shared, students=shown, assessments=(row,)))
        above = len(found.rows) - len(shown)
        levels = [None] * above + [lines[student.id].words for student in shown]
        rows = zip(found.rows, levels, strict=True)
        return TableToShare(
            (*found.headings, _LEVEL), tuple((*cells, word) for cells, word in rows)
        )

    day = row.taken_on.isoformat() if row.taken_on else ""
    return table_export(
        f"Export the scores of “{row.title}”",
        file_stem(_class_name(stage), KIND_WORDS[row.kind].lower(), day),
        table,
    )


def all_scores(stage: Stage) -> Export:
    """Students down, assessments across, with points possible; it imports again as it is."""
    return table_export(
        "Export all scores",
        file_stem(_class_name(stage), "scores", _today(stage)),
        lambda: score_table(_shared(stage)),
    )


def one_roster(stage: Stage) -> Export:
    """The class with its results for another system."""
    return Export(
        "Export class for another system (OneRoster)",
        file_stem(_class_name(stage), "OneRoster", _today(stage)),
        lambda: partial(_zipped, _shared(stage), stage),
        kinds=_ZIP,
    )


def _zipped(shared: SharedClass, stage: Stage, _suffix: str) -> bytes:
    return oneroster_zip(shared, on=stage.clock().date())


def _shared(stage: Stage) -> SharedClass:
    class_id = stage.choice.class_id
    return stage.desk.ask(class_to_share, class_id=-1 if class_id is None else class_id)


def _class_name(stage: Stage) -> str:
    chosen = stage.choice.school_class
    return chosen.name if chosen else ""


def _today(stage: Stage) -> str:
    return stage.clock().date().isoformat()
