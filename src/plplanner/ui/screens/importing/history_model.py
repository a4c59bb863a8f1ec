"""What was imported so far, and what removing one of them does."""

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QObject

from plplanner.importing.commands import remove_import
from plplanner.importing.queries import import_history
from plplanner.importing.rows import ImportRow, RemovedImport
from plplanner.ui.kit.moments import clock_words, day_words
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.importing.system_names import system_words
from plplanner.ui.screens.importing.wording import count_of, listed
from plplanner.ui.stage import Stage


class ImportHistory(ViewModel):
    """Every import, the newest first, and the one that is chosen."""

    watches = frozenset(
        {"gradebook_import", "imported_class", "score", "replaced_score", "assessment", "student",
         "enrollment", "school_class"}
    )  # fmt: skip

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Asked when it comes up."""
        super().__init__(stage, parent)
        self.rows: tuple[ImportRow, ...] = ()
        self.chosen: ImportRow | None = None

    def refresh(self) -> None:
        """Ask again; the import one stands on stays while it is there."""
        self.rows = tuple(self.stage.desk.ask(import_history))
        self.choose(self.chosen.id if self.chosen else None)
        self.refreshed.emit()

    def choose(self, import_id: int | None) -> None:
        """Stand on an import; the newest when there is none of this id."""
        first = self.rows[0] if self.rows else None
        self.chosen = next((row for row in self.rows if row.id == import_id), first)

    def page_of(self, ids: Sequence[int]) -> list[ImportRow]:
        """The rows of these ids."""
        wanted = frozenset(ids)
        return [row for row in self.rows if row.id in wanted]

    def remove(self, import_id: int) -> None:
        """Take an import back as an ordinary step, and say what stays."""
        row = next((one for one in self.rows if one.id == import_id), None)
        if row is None:
            return
        if not row.is_removable:
            self.stage.wishes.tell.emit(f"“{row.file_name}” stays. {row.why_not}")
            return
        removed = self.stage.desk.do(remove_import, import_id=row.id, file_name=row.file_name)
        if removed is not None:
            self.stage.wishes.say.emit(removed_words(removed))


def moment_words(moment: datetime.datetime, *, now: datetime.datetime) -> str:
    """“Fri 20 Nov, 19:42” by the clock of this computer; with the year when it is another."""
    here = moment.astimezone()
    year = "" if here.year == now.year else f" {here.year}"
    return f"{day_words(here.date())}{year}, {clock_words(here)}"


def scores_brought(row: ImportRow) -> int:
    """How many scores an import brought or changed."""
    return row.counts.scores_new + row.counts.scores_changed


def facts_of(row: ImportRow, *, now: datetime.datetime) -> list[tuple[str, str]]:
    """What is known of one import, name and words."""
    counts = row.counts
    figures = [
        (counts.scores_new, "new score"),
        (counts.scores_changed, "changed score"),
        (row.assessments_new, "new assessment"),
        (counts.students_new, "new student"),
    ]
    brought = [count_of(number, words) for number, words in figures if number]
    return [
        ("Taken in", moment_words(row.imported_at, now=now)),
        ("Looked like", system_words(row.format)),
        ("Class" if len(row.classes) == 1 else "Classes", listed(list(row.classes), 6)),
        ("Brought", "\n".join(brought) or "Nothing new"),
    ]


def removed_words(removed: RemovedImport) -> str:
    """The toast: what went, what came back, and what was edited by hand and stays."""
    parts = [f"Removed the import of “{removed.file_name}”."]
    if removed.scores_put_back:
        back = count_of(removed.scores_put_back, "earlier score")
        parts.append(f"{back} {'is' if removed.scores_put_back == 1 else 'are'} back.")
    if removed.assessments_put_back:
        back = count_of(removed.assessments_put_back, "assessment")
        verb = "is" if removed.assessments_put_back == 1 else "are"
        parts.append(f"{back} {verb} as before.")
    if removed.edited:
        by_hand = count_of(len(removed.edited), "score")
        verb = "stays" if len(removed.edited) == 1 else "stay"
        named = listed(list(removed.edited), 2)
        parts.append(f"{by_hand} changed by hand since {verb}: {named}.")
    return " ".join(parts)
