"""A day handed to a substitute, and what she should know: asked once, kept for the class."""

from collections.abc import Callable
from dataclasses import fields, replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from plplanner.rotation.adult_hours import helped, on_day
from plplanner.rotation.rows import LessonToPrint, SubstituteWords
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.rotation.substitute.commands import (
    hand_to_substitute,
    teach_it_myself,
    write_for_substitute,
)
from plplanner.rotation.substitute.queries import substitute_words
from plplanner.rotation.substitute.supervised import tasks_to_watch
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.popover import show_at
from plplanner.ui.kit.typed_panel import TypedPanel
from plplanner.ui.stage import Stage

_WIDTH, _FIELD = 420, 64
_ASKED = {
    "where_things": ("Where things are", "Chromebooks in the blue cart, boards by the sink"),
    "routines": ("Routines and signals", "A raised hand means quiet. Restroom: one at a time."),
    "help_from": ("Who helps", "Mrs. Alvarez next door, room 14"),
    "spare_day": ("A day without a plan", "A line for each thing the class does then"),
}


def hand_over(stage: Stage, lesson: LessonToPrint) -> None:
    """A substitute teaches this lesson: where the teacher leads, groups work watched over."""
    plan = lesson.plan
    stations = on_day(stage.desk.ask(stations_of_class, class_id=plan.class_id), plan.day)
    tasks = tasks_to_watch(
        plan,
        {group_id: row for group_id, (row, _, _) in lesson.playlists.items()},
        led_by_others=helped(stations),
    )
    stage.desk.do(hand_to_substitute, plan_id=plan.id, tasks=tasks)


def take_back(stage: Stage, lesson: LessonToPrint) -> None:
    """No substitute after all."""
    stage.desk.do(teach_it_myself, plan_id=lesson.plan.id)


class SubstituteNotes(TypedPanel):
    """Four fields in the teacher's words; Ctrl+Enter or the button keeps them, Escape leaves."""

    def __init__(
        self,
        words: SubstituteWords,
        *,
        on_set: Callable[[SubstituteWords], object],
        parent: QWidget,
    ) -> None:
        """`on_set` gets what was written."""
        super().__init__(parent)
        self.setAccessibleName("What a substitute should know")
        self.setFixedWidth(_WIDTH)
        self._words, self._on_set = words, on_set
        self.fields = {one.name: self._field(one.name) for one in fields(SubstituteWords)}
        self.set = button("Keep", kind="primary", on_click=self.keep_typed, parent=self)
        self.set.setShortcut("Ctrl+Return")
        self.set.setAccessibleName("Keep what a substitute should know")
        self._lay_out()

    def open_at(self, corner: QPoint, first: str = "where_things") -> None:
        """Show there, the keyboard in the field of this name."""
        self.adjustSize()
        show_at(self, corner)
        self.fields[first].setFocus()

    def _field(self, name: str) -> QPlainTextEdit:
        title, example = _ASKED[name]
        made = QPlainTextEdit(getattr(self._words, name), self)
        made.setAccessibleName(title)
        made.setPlaceholderText(example)
        made.setTabChangesFocus(True)
        made.setFixedHeight(_FIELD)
        return made

    def keep_typed(self) -> None:
        """Keep all four as they stand."""
        said = {name: field.toPlainText() for name, field in self.fields.items()}
        self.settle()
        self._on_set(replace(self._words, **said))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        title = "What a substitute should know"
        column.addWidget(plain_label(title, role="section", parent=self))
        about = (
            "Kept for this class and printed on every substitute’s pages. No scores, no reasons."
        )
        column.addWidget(plain_label(about, role="small", wrap=True, parent=self))
        for name, field in self.fields.items():
            column.addSpacing(4)
            column.addWidget(plain_label(_ASKED[name][0], role="field", parent=self))
            column.addWidget(field)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("Cancel", kind="quiet", on_click=self.leave, parent=self))
        row.addWidget(self.set)
        column.addSpacing(4)
        column.addLayout(row)


def ask_for_notes(
    stage: Stage, parent: QWidget, corner: QPoint, *, first: str = "where_things"
) -> None:
    """Open the fields for the class that is chosen."""
    class_id = stage.choice.class_id
    if class_id is None:
        return
    words = stage.desk.ask(substitute_words, class_id=class_id)

    def keep(said: SubstituteWords) -> None:
        if said != words:
            stage.desk.do(write_for_substitute, class_id=class_id, words=said)

    SubstituteNotes(words, on_set=keep, parent=parent).open_at(corner, first)
