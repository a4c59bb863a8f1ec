"""A lesson that was held, looked at later: how far each came, who was away, what was noted."""

from dataclasses import replace

from plplanner.rotation.rows import LivedDay
from plplanner.terms import NoteKind, VisitOutcomeKind
from plplanner.ui.kit.plan_grid_rows import PlanGridRows
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.side_panel import ShownCheck
from plplanner.ui.screens.rotation.today.outcomes import OUTCOME_WORDS
from plplanner.ui.screens.rotation.today.words import LESSON, outcomes_by_line, with_away

_DONE = VisitOutcomeKind.DONE.value
_KINDS = {NoteKind.RECORD: "For the record.", NoteKind.MEMORY: "Only you see notes."}


def as_lived(rows: PlanGridRows, lesson: PlannedLesson, lived: LivedDay) -> PlanGridRows:
    """The plan with who was absent or late, and in each cell how far the group came."""
    names = {row.id: row.name for row in lesson.students}
    away = {names[one]: kind for one, kind in lived.away.items() if one in names}
    said = outcomes_by_line(lesson.plan, lived.outcomes)
    return replace(
        with_away(rows, away),
        cells=tuple(
            tuple(
                cell
                and replace(
                    cell,
                    is_past=True,
                    note=OUTCOME_WORDS.get(said.get((line, number), ""), ""),
                    note_icon="check" if said.get((line, number)) == _DONE else "",
                    warns=False,
                    yields=False,
                )
                for number, cell in enumerate(cells, start=1)
            )
            for line, cells in enumerate(rows.cells)
        ),
    )


def note_cards(lived: LivedDay) -> list[ShownCheck]:
    """A calm card for each note, in the order they were written."""
    return [
        ShownCheck(
            f"{'How it went' if one.about == LESSON else one.about}: {one.words}",
            _KINDS[one.kind],
            icon="note",
        )
        for one in lived.notes
    ]
