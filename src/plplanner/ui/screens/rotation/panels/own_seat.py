"""A seat of her own for one student: for this lesson or until a day, with a task and a card."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from plplanner.playlists.queries import playlists
from plplanner.records import record
from plplanner.rotation.missed_lesson import catch_up_task
from plplanner.rotation.own_seats.commands import end_own_seat, give_own_seat
from plplanner.rotation.own_seats.queries import own_seats_on
from plplanner.rotation.pick_tasks import CARD_TASK
from plplanner.rotation.rows import OwnSeatRow
from plplanner.terms import Weekday
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.day_field import day_field, day_in, put_day
from plplanner.ui.kit.labels import literal, plain_label
from plplanner.ui.kit.moments import day_words
from plplanner.ui.kit.panel_column import fit_height, panel_column
from plplanner.ui.kit.popover import show_at
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.stage import Stage

_WIDTH = 380
_ONCE, _UNTIL = "This lesson only", "Until"
_ABOUT = (
    "One student works at an own seat and does what the slip says. The group goes on with one "
    "less. The board leaves it out, and no paper says why."
)


@record(frozen=True)
class SeatDay:
    """What the panel is about: the day, who there is by id, who sits alone, playlists by id.

    `tasks` are what some students could do there, who missed the last lesson.
    """

    day: date
    students: Mapping[int, str]
    seats: Mapping[int, OwnSeatRow]
    playlists: Sequence[tuple[int, str]]
    tasks: Mapping[int, str] = field(default_factory=dict)


class OwnSeats:
    """What the panel does to a class, each as one step."""

    def __init__(self, stage: Stage, class_id: int, day: date) -> None:
        """For the class and day that are shown."""
        self._stage, self._class_id, self._day = stage, class_id, day

    def known(self, students: Mapping[int, str]) -> SeatDay:
        """Everything to choose from."""
        ask = self._stage.desk.ask
        seats = ask(own_seats_on, class_id=self._class_id, day=self._day)
        lists = [(row.id, row.title) for row in ask(playlists)]
        return SeatDay(self._day, students, {one.student_id: one for one in seats}, lists)

    def give(self, wanted: OwnSeatRow) -> None:
        """Give it, and say until when."""
        desk = self._stage.desk
        desk.do(
            give_own_seat,
            class_id=self._class_id,
            student_id=wanted.student_id,
            starts_on=wanted.starts_on,
            ends_on=wanted.ends_on,
            task=wanted.task,
            playlist_id=wanted.playlist_id,
            name=wanted.name,
        )
        if desk.did_step:
            once = wanted.ends_on == wanted.starts_on
            until = "" if once else f" until {day_words(wanted.ends_on)}"
            self._stage.wishes.say.emit(f"{wanted.name} works at an own seat{until}.")

    def end(self, student_id: int, name: str) -> None:
        """From this day on she works with her group again."""
        desk = self._stage.desk
        desk.do(
            end_own_seat, class_id=self._class_id, student_id=student_id, on=self._day, name=name
        )
        if desk.did_step:
            self._stage.wishes.say.emit(f"{name} works with the group again.")


class OwnSeatPanel(QFrame):
    """Whom, what she does, on which card, until when. Enter gives the seat, Escape leaves."""

    def __init__(
        self, seats: OwnSeats, about: SeatDay, *, parent: QWidget, student_id: int | None = None
    ) -> None:
        """Everything it does goes through `seats`; `student_id` is whom the teacher meant."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Own seat for a student")
        self.setFixedWidth(_WIDTH)
        self._seats, self._about = seats, about
        self.student = self._combo("Student", about.students.items())
        self.task = QLineEdit(self)
        self.task.setAccessibleName("Task")
        self.task.returnPressed.connect(self._give)
        self.card = self._combo("Card", ((None, "Card of the group"), *about.playlists))
        self.span = self._combo("How long", ((_ONCE, _ONCE), (_UNTIL, _UNTIL)))
        self.last = day_field("Last day", self)
        self.give = button("Give this seat", kind="primary", on_click=self._give, parent=self)
        self.back = button("Back to the group", on_click=self._end, parent=self)
        self._lay_out()
        self.student.currentIndexChanged.connect(self._show_student)
        self.span.currentIndexChanged.connect(self._show_span)
        if student_id is not None:
            self.student.setCurrentIndex(max(0, self.student.findData(student_id)))
        self._show_student()

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it, its right edge under that one’s."""
        fit_height(self)
        show_at(self, anchor.mapToGlobal(QPoint(anchor.width() - _WIDTH, anchor.height() + 4)))
        self.student.setFocus(Qt.FocusReason.PopupFocusReason)

    def _combo(self, says: str, rows: Iterable[tuple[object, str]]) -> QComboBox:
        made = QComboBox(self)
        made.setAccessibleName(says)
        for key, words in rows:
            made.addItem(literal(words), key)
        return made

    def _show_student(self) -> None:
        """What she has already, to be changed or ended."""
        seat = self._about.seats.get(self.student.currentData())
        offered = self._about.tasks.get(self.student.currentData(), CARD_TASK)
        self.task.setText(seat.task if seat else offered)
        self.card.setCurrentIndex(max(0, self.card.findData(seat.playlist_id if seat else None)))
        day = self._about.day
        friday = day + timedelta(days=max(0, Weekday.FRIDAY - day.weekday()))
        put_day(self.last, seat.ends_on if seat else friday)
        self.span.setCurrentIndex(int(seat is not None and seat.ends_on > day))
        self.back.setVisible(seat is not None)
        self._show_span()

    def _show_span(self) -> None:
        self.last.setVisible(self.span.currentData() == _UNTIL)
        fit_height(self)

    def _give(self) -> None:
        ends = day_in(self.last) if self.span.currentData() == _UNTIL else self._about.day
        student_id = self.student.currentData()
        wanted = OwnSeatRow(
            student_id, self._about.students[student_id], self._about.day, ends, self.task.text(),
            self.card.currentData(),
        )  # fmt: skip
        self.close()
        self._seats.give(wanted)

    def _end(self) -> None:
        student_id = self.student.currentData()
        self.close()
        self._seats.end(student_id, self._about.students[student_id])

    def _lay_out(self) -> None:
        column = panel_column(self, "Own seat for a student", _ABOUT)
        lines = QGridLayout()
        lines.setHorizontalSpacing(12)
        lines.setVerticalSpacing(6)
        lines.setColumnStretch(1, 1)
        for row, (says, part) in enumerate(
            (("Student", self.student), ("Task", self.task), ("Card", self.card),
             ("How long", self.span), ("", self.last))
        ):  # fmt: skip
            lines.addWidget(plain_label(says, parent=self), row, 0)
            lines.addWidget(part, row, 1)
        column.addLayout(lines)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.give)
        column.addLayout(buttons)


def open_own_seat(
    stage: Stage,
    lesson: PlannedLesson,
    parent: QWidget,
    anchor: QWidget,
    student_id: int | None = None,
) -> None:
    """Open the panel for the students of a lesson; for one of them where she was meant."""
    seats = OwnSeats(stage, lesson.plan.class_id, lesson.plan.day)
    about = seats.known({row.id: row.name for row in lesson.students})
    if lesson.missed is not None and len(lesson.missed.student_ids) == 1:
        about = replace(about, tasks={lesson.missed.student_ids[0]: catch_up_task(lesson.missed)})
    if about.students:
        OwnSeatPanel(seats, about, parent=parent, student_id=student_id).open_below(anchor)
