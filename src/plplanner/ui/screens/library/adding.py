"""What one types and chooses to add a resource: tagged in the same breath."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from plplanner.library.rows import NewResource, StandardRow
from plplanner.library.tagging import meant_codes, wrong_codes
from plplanner.library.words import KIND_WORDS, MODE_WORDS, NEEDS_WORDS
from plplanner.problems import Problem
from plplanner.terms import GroupMode, ResourceKind
from plplanner.ui.kit.add_line import Field
from plplanner.ui.kit.choice_field import combo_of
from plplanner.ui.kit.part_ahead import PartAhead
from plplanner.ui.screens.library.viewmodel import standard_offers, wrong_minutes

_NARROW, _CODES = 64, 172
TWO_ROWS_AFTER = 2
"""Title and standards above, the choices below."""


class NewResourceFields:
    """The fields of the line that adds; what they say stays for the next one, but the title."""

    def __init__(self) -> None:
        """Begin with a worksheet done alone, of no standard."""
        self.title, self.codes, self.minutes = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = combo_of(KIND_WORDS)
        self.mode = combo_of(MODE_WORDS)
        self.needs = combo_of(NEEDS_WORDS)
        self.kind.setCurrentIndex(self.kind.findData(ResourceKind.WORKSHEET.value))
        self.codes.setProperty("stays", True)
        self.codes.setFixedWidth(_CODES)
        self.codes.setPlaceholderText("none")
        self.minutes.setProperty("stays", True)
        self.minutes.setFixedWidth(_NARROW)
        self._ahead = PartAhead(self.codes, on_taken=lambda: None)
        self._known: tuple[str, ...] = ()

    def named(self) -> list[tuple[str, Field]]:
        """The fields with their names, in the order of Tab."""
        return [
            ("Title", self.title),
            ("Standards", self.codes),
            ("Kind", self.kind),
            ("Who works", self.mode),
            ("Needs", self.needs),
            ("Minutes", self.minutes),
        ]

    def offer(self, standards: Sequence[StandardRow], *, last_used: str | None) -> None:
        """Offer the standards known; the one used last stands there unless one has typed."""
        self._known = tuple(row.code for row in standards)
        self._ahead.offer(standard_offers(standards))
        if not self.codes.isModified():
            self.codes.setText(last_used or "")

    def problem(self) -> Problem | None:
        """Why this cannot be added yet; None when it can."""
        minutes = self.minutes.text().strip()
        if words := wrong_minutes(minutes):
            return Problem(f"“{minutes}” is no length for “{self.title.text().strip()}”.", words)
        what, stop, next_step = wrong_codes(self.codes.text(), self._known).partition(". ")
        return Problem(f"{what}.", next_step) if stop else None

    def new(self) -> NewResource:
        """What was typed and chosen."""
        minutes = self.minutes.text().strip()
        needs = self.needs.currentData()
        return NewResource(
            title=self.title.text(),
            kind=ResourceKind(self.kind.currentData()),
            minutes=int(minutes) if minutes else None,
            group_mode=GroupMode(self.mode.currentData()),
            needs_device="device" in needs,
            needs_internet="internet" in needs,
            codes=meant_codes(self.codes.text(), self._known),
        )
