"""What the teacher corrects in one file: columns, cells, what marks mean, and who is who."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from plplanner.importing.corrections import BlankMeans, Corrections
from plplanner.importing.rows import ColumnRead
from plplanner.terms import ScoreStatus
from plplanner.ui.screens.importing.files_in import Told


class Answers:
    """Each answer goes to `tell` with what was said before; the drawer then thinks again."""

    def __init__(self, told: Callable[[], Told], tell: Callable[..., object]) -> None:
        """`told` is what was said so far."""
        self._told, self._tell = told, tell

    def say_class(self, name: str, section: str | None, *, of: Sequence[str]) -> None:
        """Say which class a section of the file becomes, of the sections there are.

        Without a section the whole file is meant: the class of its only one, or the one that the
        name fits best.
        """
        if len(of) > 1 and section is None:
            self._tell(class_name=name)
            return
        part = section if section is not None else (*of, "")[0]
        said = replace(self._corrections, classes={**self._corrections.classes, part: name})
        told = {"class_name": name} if len(of) < 2 else {}
        self._tell(corrections=said, **told)

    def say_column(self, place: int, column: ColumnRead) -> None:
        """Say what a column is."""
        self._correct(columns={**self._corrections.columns, place: column})

    def say_cell(self, row: int, place: int, text: str) -> None:
        """Type over a cell."""
        self._correct(cells={**self._corrections.cells, (row, place): text})

    def say_blank(self, means: BlankMeans) -> None:
        """Say what blank cells mean."""
        self._correct(blank=means)

    def say_mark(self, word: str, status: ScoreStatus) -> None:
        """Say what a mark means."""
        self._correct(marks={**self._corrections.marks, word: status})

    def say_percent(self, are_percent: bool) -> None:
        """Say whether numbers without points possible are percents."""
        self._correct(bare_numbers_are_percent=are_percent)

    def take_extra_credit(self) -> None:
        """Let scores above the points possible in, as they stand."""
        self._correct(extra_credit=True)

    def start_afresh(self) -> None:
        """Forget what was remembered from the last file of this shape."""
        self._tell(corrections=Corrections(), is_remembered=False)

    def choose_match(self, row: int, known_id: int | None) -> None:
        """Take one person of the file for somebody known, or for somebody new."""
        self.choose_matches({row: known_id})

    def choose_matches(self, choices: Mapping[int, int | None]) -> None:
        """Take several people of the file for somebody, or for somebody new, at once."""
        told = self._told()
        kept = {row: known for row, known in told.chosen.items() if row not in choices}
        taken = {row: known for row, known in choices.items() if known is not None}
        new = (told.said_new - taken.keys()) | (choices.keys() - taken.keys())
        self._tell(chosen={**kept, **taken}, said_new=frozenset(new))

    @property
    def _corrections(self) -> Corrections:
        return self._told().corrections

    def _correct(self, **changed: Any) -> None:  # noqa: ANN401 - fields of Corrections
        self._tell(corrections=replace(self._corrections, **changed))
