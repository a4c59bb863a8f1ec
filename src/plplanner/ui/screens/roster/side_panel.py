"""The side of the Students screen: who this is, the newest scores, what was noted."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from plplanner.roster.languages import (
    language_name,
    language_names,
    language_tag,
    wrong_language,
)
from plplanner.roster.pull_outs.typed import (
    EXAMPLE,
    typed_pull_outs,
    written_pull_outs,
    wrong_pull_outs,
)
from plplanner.roster.rows import SchoolClassRow
from plplanner.terms import LEVEL_WORDS, MasteryLevel
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.edit_field import EditField
from plplanner.ui.kit.facts import Facts
from plplanner.ui.kit.labels import literal, literal_tip, plain_label
from plplanner.ui.kit.mastery_mark import paint_mastery
from plplanner.ui.kit.side_column import SideColumn
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.roster.student_lines import ScoreLine, StudentDetails, is_told_by_number
from plplanner.ui.screens.roster.student_notes import StudentNotes

_MARK = 12
_SAME_NAME = (
    "Another student has the same name, so the number on the roster tells them apart. A name "
    "typed below takes its place, here and on paper."
)


class StudentPanel(SideColumn):
    """Names and language can be typed over; below, where the student goes or comes back from."""

    nickname_kept = Signal(str)
    language_kept = Signal(str)  # its tag
    pull_outs_kept = Signal(object)  # the times of a week
    remove_wanted = Signal()
    move_wanted = Signal(int)  # the id of another class
    left_class = Signal()
    back_wanted = Signal()
    note_dropped = Signal(int)  # note

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_details`."""
        super().__init__("The student chosen in the list", parent)
        self._theme = theme
        self._student_id: int | None = None
        self._scores_shown: tuple[ScoreLine, ...] | None = None
        self.name = plain_label(role="title", wrap=True, parent=self)
        self.same_name = plain_label(_SAME_NAME, role="hint", wrap=True, parent=self)
        self.nickname = EditField("Goes by", hint="the first name", parent=self)
        self.language = EditField(
            "Home language", wrong=wrong_language, hint="such as Spanish", parent=self
        )
        self.language.offer_parts(language_names())
        self.out = EditField(
            "Out of the room", wrong=wrong_pull_outs, hint=f"such as {EXAMPLE}", parent=self
        )
        self.facts = Facts(self)
        self.scores = QVBoxLayout()
        self.scores.setSpacing(8)
        typed = (self.nickname, self.language, self.out)
        for widget in (self.name, self.same_name, *typed, self.facts):
            self.column.addWidget(widget)
        self.notes = StudentNotes(theme, self)
        self.column.addLayout(self.scores)
        self.column.addWidget(self.notes)
        self.column.addStretch(1)
        self._lay_out_foot()
        self.nickname.kept.connect(self.nickname_kept)
        self.language.kept.connect(self._keep_language)
        self.notes.dropped.connect(self.note_dropped)
        self.out.kept.connect(lambda text: self.pull_outs_kept.emit(typed_pull_outs(text)))

    def show_details(self, details: StudentDetails | None) -> None:
        """Show a student; nothing when there is none."""
        self.setVisible(details is not None)
        if details is None:
            return
        student = details.line.student
        if student.id != self._student_id:
            self._student_id = student.id
            self.nickname.forget()
            self.language.forget()
            self.out.forget()
        self.name.setText(student.name)
        self.same_name.setVisible(is_told_by_number(student))
        self.nickname.show_text(student.nickname)
        self.language.show_text(language_name(student.home_language))
        times = written_pull_outs(details.pull_outs)
        self.out.show_text(times)
        self.out.field.setToolTip(literal_tip(times))
        left = details.line.left
        for widget in (self.move_on, self.leave):
            widget.setVisible(left is None)
        self.bring_back.setVisible(left is not None)
        self.facts.show_facts(
            [
                ("In this class", details.line.group_word if left else ""),
                ("Group now", "" if left else details.line.group_word),
                ("Ids", "\n".join(f"{_id_words(k)} {v}" for k, v in student.ids.items())),
                ("Classes", ", ".join(details.classes)),
            ]
        )
        self._show_scores(details.scores)
        self.notes.show_notes(student.id, details.notes)

    def offer_classes(self, classes: Sequence[SchoolClassRow]) -> None:
        """Where the student can move to; without another class the button says so."""
        self._menu.clear()
        for row in classes:
            act = self._menu.addAction(literal(row.name))
            act.triggered.connect(partial(self._move, row.id))
        self.move_on.setEnabled(bool(classes))
        self.move_on.setToolTip("" if classes else literal_tip("There is no other class yet."))

    def _move(self, class_id: int, _checked: bool = False) -> None:
        self.move_wanted.emit(class_id)

    def _keep_language(self, typed: str) -> None:
        tag = language_tag(typed)
        self.language.show_text(language_name(tag))
        self.language_kept.emit(tag)

    def _lay_out_foot(self) -> None:
        self._menu = QMenu(self)
        self.move_on = button("Move to another class", parent=self)
        self.move_on.setMenu(self._menu)
        self.leave = button("Left the class", on_click=self.left_class.emit, parent=self)
        self.leave.setToolTip(literal_tip("Scores, groups and plans of before are kept."))
        self.bring_back = button("Back in class", on_click=self.back_wanted.emit, parent=self)
        self.remove = button("Remove", on_click=self.remove_wanted.emit, parent=self)
        self.remove.setAccessibleName("Remove this student with all scores")
        self.remove.setToolTip(literal_tip("Removes the student with all scores (Delete)."))
        self.foot.setSpacing(8)
        self.foot.addWidget(self.move_on)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.leave, 1)
        row.addWidget(self.bring_back, 1)
        row.addWidget(self.remove, 1)
        self.foot.addLayout(row)

    def _show_scores(self, scores: tuple[ScoreLine, ...]) -> None:
        if scores == self._scores_shown:
            return
        self._scores_shown = scores
        while (item := self.scores.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.scores.addWidget(plain_label("Newest scores", role="section", parent=self))
        if not scores:
            words = "No scores yet. A gradebook brings them."
            self.scores.addWidget(plain_label(words, role="hint", wrap=True, parent=self))
        for one in scores:
            self.scores.addWidget(_ScoreEntry(one, self._theme, self))


class _ScoreEntry(QWidget):
    """The mark of the level, the assessment, and the points with their day."""

    def __init__(self, line: ScoreLine, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{line.title}: {line.about}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Mark(line.level, theme, self))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(line.title, wrap=True, parent=self))
        words.addWidget(plain_label(line.about, role="meta", wrap=True, parent=self))
        row.addLayout(words, 1)


class _Mark(QWidget):
    def __init__(self, level: MasteryLevel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._level, self._theme = level, theme
        self.setFixedWidth(_MARK + 4)
        self.setAccessibleName(LEVEL_WORDS[level])

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the mark."""
        return QSize(_MARK + 4, _MARK + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Beside the first line."""
        centre = QPointF(_MARK / 2 + 1, 11)
        ink = self._theme.palette["ink2"]
        paint_mastery(QPainter(self), centre, self._level, ink, size=_MARK)


def _id_words(kind: str) -> str:
    """`SIS user id` for `sis_user_id`."""
    words = kind.replace("_", " ")
    return f"SIS{words[3:]}" if words.startswith("sis") else words.capitalize()
