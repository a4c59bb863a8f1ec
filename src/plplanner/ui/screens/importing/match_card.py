"""Who is who: one line for each person of the file who may be somebody known."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from plplanner.importing.preview import near_matches
from plplanner.importing.rows import KnownStudent, PlannedStudent
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.eliding_combo import ElidingCombo
from plplanner.ui.kit.labels import literal_tip, plain_label
from plplanner.ui.screens.importing.cards import card
from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from plplanner.ui.screens.importing.wording import (
    listed,
    name_in_file,
    names_told_apart,
    person_words,
)

_NAME_WIDTH = 88
Person = tuple[int, PlannedStudent]


def match_cards(drawer: ImportDrawer) -> list[QFrame]:
    """Whom the teacher must choose first, then near misses; nobody is ever taken silently."""
    if drawer.preview is None:
        return []
    theme, must = drawer.stage.theme, list(drawer.to_settle)
    rows = {row for row, _ in must}
    near = [(row, person) for row, person in near_matches(drawer.preview) if row not in rows]
    cards = []
    if must:
        count = len(must)
        title = "1 name fits somebody here" if count == 1 else f"{count} names fit somebody here"
        names = listed(list(dict.fromkeys(name_in_file(one.read) for _, one in must)))
        says = f"{names}: nothing else tells who it is. Choose before you import."
        all_new = button(
            "New student" if count == 1 else "All are new students",
            on_click=lambda: drawer.answers.choose_matches({row: None for row, _ in must}),
            size="small",
        )
        lines = [_row(row, person, drawer, must=True) for row, person in must]
        cards.append(card("error", title, says, theme=theme, rows=lines, acts=[all_new]))
    if near:
        count = len(near)
        title = "1 student needs a match" if count == 1 else f"{count} students need a match"
        names = "This name is" if count == 1 else "These names are"
        says = f"{names} nearly the same as one you know."
        lines = [_row(row, person, drawer, must=False) for row, person in near]
        acts = _take_all(near, drawer)
        cards.append(card("warn", title, says, theme=theme, rows=lines, acts=acts))
    return cards


def question_about(person: PlannedStudent, known: Mapping[int, KnownStudent]) -> str:
    """“Maria G: is this Maria Garcia or Maria Gonzales, or a new student?”"""
    names = " or ".join(names_told_apart([known[one] for one in person.offered if one in known]))
    return f"{name_in_file(person.read)}: is this {names}, or a new student?"


def _take_all(near: Sequence[Person], drawer: ImportDrawer) -> list[QWidget]:
    """One button for all who have a single suggestion that nobody else has."""
    single = {
        row: person.offered[0]
        for row, person in near
        if len(person.offered) == 1 and person.known_id is None
    }
    wanted = list(single.values())
    clear = {row: known for row, known in single.items() if wanted.count(known) == 1}
    if len(clear) < 2:
        return []
    says = f"Take these {len(clear)} suggestions"
    take: QPushButton = button(
        says, on_click=lambda: drawer.answers.choose_matches(dict(clear)), size="small"
    )
    take.setToolTip("Everyone with one suggestion; the others stay as they are.")
    return [take]


def _row(row: int, person: PlannedStudent, drawer: ImportDrawer, *, must: bool) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(4)
    name = plain_label(name_in_file(person.read))
    asked = question_about(person, drawer.known_students)
    if must and drawer.preview is not None:  # they bear the same name: the row tells them apart
        number = drawer.preview.source.students[row] + 1
        asked = f"Row {number}, {asked}"
        name.setText(f"Row {number}")
    name.setFixedWidth(_NAME_WIDTH)
    name.setText(
        name.fontMetrics().elidedText(name.text(), Qt.TextElideMode.ElideRight, _NAME_WIDTH)
    )
    name.setToolTip(literal_tip(asked))
    line.addWidget(name)
    line.addWidget(_choice(row, person, drawer, asked, must=must), 1)
    return line


def _choice(
    row: int, person: PlannedStudent, drawer: ImportDrawer, asked: str, *, must: bool
) -> ElidingCombo:
    choice = ElidingCombo()
    choice.setProperty("measure", "small")
    choice.setAccessibleName(asked)
    choice.setToolTip(literal_tip(asked))
    new: tuple[str, object] = ("New student", None)
    known = [(person_words(drawer.known_students[one]), one) for one in person.offered]
    choice.offer([new, *known])
    choice.setPlaceholderText("Choose…")
    taken = person.known_id
    at = next((n for n, (_, one) in enumerate(known, start=1) if one == taken), 0)
    choice.setCurrentIndex(-1 if must else at)
    choice.activated.connect(lambda _: drawer.answers.choose_match(row, choice.currentData()))
    return choice
