"""How many devices work: on every day, and on the one that is planned."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from plplanner.rotation.devices.commands import set_devices
from plplanner.rotation.devices.queries import devices_of_class
from plplanner.rotation.rows import DeviceCount, DevicesOfClass
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.moments import day_words
from plplanner.ui.kit.panel_column import fit_height, panel_column
from plplanner.ui.kit.popover import show_at
from plplanner.ui.kit.tab_order import order_by_reading
from plplanner.ui.kit.typed_panel import TypedPanel
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.words import counted
from plplanner.ui.stage import Stage

_WIDTH = 400
_NUMBER_WIDTH = 90
_MOST = 999
_EVERY_DAY = "Every day"
_ABOUT = (
    "Laptops and tablets that work, for all digital stations together; blank is enough for "
    "everyone. Drafts keep to it where groups fit elsewhere; Checks say where not."
)


class _Line:
    """The number of one line and whether two share one."""

    def __init__(self, says: str, count: DeviceCount | None, parent: QWidget) -> None:
        self.says = says
        self.number = QLineEdit(parent)
        self.number.setAccessibleName(f"Devices that work, {says}")
        self.number.setFixedWidth(_NUMBER_WIDTH)
        self.shared = QCheckBox("Two share one", parent)
        self.shared.setAccessibleName(f"Two students share one device, {says}")
        if count is not None:
            self.number.setText("" if count.working is None else str(count.working))
            self.shared.setChecked(count.students_each > 1)

    def trouble(self) -> str:
        text = self.number.text().strip()
        if not text or (text.isascii() and text.isdecimal() and int(text) <= _MOST):
            return ""
        return f"{self.says}: type how many devices work, or leave it blank."

    def count(self, *, otherwise: int | None = None) -> DeviceCount:
        text = self.number.text().strip()
        each = 2 if self.shared.isChecked() else 1
        return DeviceCount(int(text) if text else otherwise, each)


class DevicesPanel(TypedPanel):
    """A line for every day and one for the day that is shown; Enter keeps both in one step.

    Clicked beside, they are kept as well; what cannot be kept is told.
    """

    def __init__(
        self,
        known: DevicesOfClass,
        *,
        day: str,
        on_set: Callable[[DevicesOfClass], object],
        on_lost: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        """`day` is the day in words. `on_set` gets both lines, `on_lost` why nothing was kept."""
        super().__init__(parent)
        self.setAccessibleName("Devices")
        self.setFixedWidth(_WIDTH)
        self._on_set, self._on_lost = on_set, on_lost
        self.usual = _Line(_EVERY_DAY, known.every_day, self)
        self.of_day = _Line(day, known.of_day, self)
        self.usual.number.setPlaceholderText("enough")
        self.error = plain_label(role="fielderror", wrap=True, parent=self)
        self.set = button("Set", kind="primary", on_click=self._go, parent=self)
        self.set.setAccessibleName("Set the devices")
        self._lay_out()
        self.usual.number.textChanged.connect(self._show_usual)
        self.usual.shared.toggled.connect(self._share_as_usual)
        self._show_usual()
        if known.of_day is None:
            self.of_day.shared.setChecked(known.every_day.students_each > 1)
        self._say("")
        order_by_reading(self)

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it, its right edge under that one’s."""
        fit_height(self)
        show_at(self, anchor.mapToGlobal(QPoint(anchor.width() - _WIDTH, anchor.height() + 4)))
        self.of_day.number.setFocus()

    def keep_typed(self) -> None:
        """Keep both lines; what is wrong with them is told, for the panel is gone."""
        wrong = self._wrong()
        if wrong is None:
            self._on_set(self._wanted())
        else:
            self._on_lost(f"The devices stay as they were. {wrong.trouble()}")

    def _go(self) -> None:
        wrong = self._wrong()
        if wrong is not None:
            self._say(wrong.trouble())
            wrong.number.setFocus()
            return
        wanted = self._wanted()
        self.settle()
        self._on_set(wanted)

    def _wrong(self) -> _Line | None:
        return next((one for one in (self.of_day, self.usual) if one.trouble()), None)

    def _wanted(self) -> DevicesOfClass:
        """A line of the day that says what every day says is none of its own."""
        usual = self.usual.count()
        of_day = self.of_day.count(otherwise=usual.working)
        return DevicesOfClass(usual, None if of_day == usual else of_day)

    def _show_usual(self) -> None:
        usual = self.usual.number.text().strip()
        self.of_day.number.setPlaceholderText(usual or "enough")

    def _share_as_usual(self, is_shared: bool) -> None:
        if not self.of_day.number.text().strip():
            self.of_day.shared.setChecked(is_shared)

    def _say(self, error: str) -> None:
        self.error.setText(error)
        self.error.setVisible(bool(error))
        fit_height(self)

    def _lay_out(self) -> None:
        column = panel_column(self, "Devices", _ABOUT)
        lines = QGridLayout()
        lines.setHorizontalSpacing(12)
        lines.setVerticalSpacing(6)
        lines.setColumnStretch(2, 1)
        for row, line in enumerate((self.of_day, self.usual)):
            lines.addWidget(plain_label(line.says, parent=self), row, 0)
            lines.addWidget(line.number, row, 1)
            lines.addWidget(line.shared, row, 2)
            line.number.returnPressed.connect(self._go)
        column.addLayout(lines)
        column.addWidget(self.error)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.set)
        column.addLayout(foot)


def open_devices(stage: Stage, lesson: PlannedLesson, parent: QWidget, anchor: QWidget) -> None:
    """Open the panel for the day of a lesson."""
    DevicesPanel(
        _known(stage, lesson),
        day=day_words(lesson.plan.day),
        on_set=lambda wanted: keep_devices(stage, lesson, wanted),
        on_lost=stage.wishes.tell.emit,
        parent=parent,
    ).open_below(anchor)


def share_devices(stage: Stage, lesson: PlannedLesson) -> None:
    """On the day of a lesson two students share a device."""
    known = _known(stage, lesson)
    shared = DeviceCount(known.on_day.working, 2)
    keep_devices(stage, lesson, DevicesOfClass(known.every_day, shared))


def keep_devices(stage: Stage, lesson: PlannedLesson, wanted: DevicesOfClass) -> None:
    """Keep what changed, in one step, and say what counts on the day now."""
    if wanted == _known(stage, lesson):
        return
    stage.desk.do(
        set_devices,
        class_id=lesson.plan.class_id,
        day=lesson.plan.day,
        every_day=wanted.every_day,
        of_day=wanted.of_day,
        says="Set the devices",
    )
    if stage.desk.did_step:
        stage.wishes.say.emit(f"{day_words(lesson.plan.day)}: {_said(wanted.on_day)}.")


def _said(count: DeviceCount) -> str:
    if count.working is None:
        return "devices for everyone"
    shared = ", two students share one" if count.students_each > 1 else ""
    works = "works" if count.working == 1 else "work"
    return f"{counted(count.working, 'device')} {works}{shared}"


def _known(stage: Stage, lesson: PlannedLesson) -> DevicesOfClass:
    return stage.desk.ask(devices_of_class, class_id=lesson.plan.class_id, day=lesson.plan.day)
