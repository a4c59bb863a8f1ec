"""Week: which days are planned, and when each group meets the teacher."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QWidget,
)

from plplanner.rotation.week_minutes import balance_words
from plplanner.sharing.file_names import file_stem
from plplanner.ui.exports import Export, table_export
from plplanner.ui.kit.buttons import button, icon_button
from plplanner.ui.kit.labels import literal_tip, plain_label
from plplanner.ui.kit.moments import day_words, weekday
from plplanner.ui.kit.plan_grid_paint import RoundHeads
from plplanner.ui.kit.row_table import RowTable
from plplanner.ui.kit.row_view import RowView
from plplanner.ui.kit.segments import Segments
from plplanner.ui.kit.table_out import table_out
from plplanner.ui.screen import Screen
from plplanner.ui.screens.rotation.turning import turn_by_arrows
from plplanner.ui.screens.rotation.week.offer import WeekOffer
from plplanner.ui.screens.rotation.week.students import ShownStudentWeek, columns, in_order
from plplanner.ui.screens.rotation.week.table import WeekDelegate, WeekTable
from plplanner.ui.screens.rotation.week.table_out import week_out
from plplanner.ui.screens.rotation.week.viewmodel import WeekModel
from plplanner.ui.stage import Stage

_GROUPS, _STUDENTS = "groups", "students"
_WAYS = {_GROUPS: "Groups", _STUDENTS: "Students"}
_GROUP_WIDTH = 152
_ROW_HEIGHT = 72


class WeekScreen(Screen):
    """A table of days; Enter or a double click opens a day."""

    title = "Week"

    def __init__(self, stage: Stage) -> None:
        """Asked when it comes up."""
        self.model = WeekModel(stage)
        super().__init__(stage, self.model)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.week = plain_label(role="day", parent=self)
        self.table = WeekTable(self)
        self.view = QTableView(self)
        self.students = RowTable(columns(), self._lines_of, self)
        self.by_student = RowView(
            self.students, theme=stage.theme, says="Week: minutes by student", parent=self
        )
        self.ways = Segments(_WAYS, says="Week by", parent=self)
        self.ways.mark(_GROUPS)
        self._shown = QStackedWidget(self)
        self._order = ("met", False)
        self._lines: dict[int, ShownStudentWeek] = {}
        self.detail = plain_label(wrap=True, parent=self)
        self.open = button("Open this day", on_click=self._open, kind="primary", parent=self)
        self.offer = WeekOffer(stage.theme, self)
        self.body.addLayout(self._bar())
        self.body.addWidget(self.offer)
        for view in (self.view, self.by_student):
            self._shown.addWidget(view)
        self.body.addWidget(self._shown, 1)
        self.body.addLayout(self._foot())
        self._set_up_view()
        turn_by_arrows(self, self.model.turn_week)
        self.ways.chosen.connect(self._look_by)
        self.by_student.sort_wanted.connect(self._sort)
        self.offer.kept.connect(self.model.keep_week)
        self.offer.left.connect(self.model.leave_week)
        for over in (self.offer.kept, self.offer.left):  # its buttons are gone then
            over.connect(lambda: self.first_focus().setFocus())

    def first_focus(self) -> QWidget:
        """The table that is shown."""
        return self.by_student if self._is_by_student() else self.view

    def show_rows(self) -> None:
        """The week of the chosen day, which stays current."""
        model = self.model
        if not model.days:
            return
        self.offer.show_words(model.offer)
        self.open.setVisible(not model.offer and not self._is_by_student())
        self.plan.setVisible(not model.offer and len(model.days_to_plan()) > 1)
        self.week.setText(f"{day_words(model.days[0].day)} – {day_words(model.days[-1].day)}")
        before = self.view.currentIndex()
        row = max(0, before.row())
        self.table.show_week(model.days, model.lines)
        heads = self.view.horizontalHeader()
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        heads.resizeSection(0, _GROUP_WIDTH)
        column = next(
            (at for at, day in enumerate(model.days) if day.day == self.stage.choice.day), 0
        )
        last = self.table.rowCount() - 1
        self.view.setCurrentIndex(self.table.index(min(row, last), column + 1))
        if self._is_by_student():
            self._show_students()

    def exports(self) -> Sequence[Export]:
        """The week, groups down and days across; nothing while no day has a plan."""
        model, chosen = self.model, self.stage.choice.school_class
        if not model.lines or chosen is None:
            return ()
        stem = file_stem(chosen.name, "week", model.days[0].day.isoformat())
        table = partial(week_out, model.days, model.lines)
        if self._is_by_student():
            table = partial(table_out, self.students)
        return [table_export("Export this table of the week", stem, table)]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens the day."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        column = self.view.currentIndex().column() - 1
        if self._is_by_student():
            column = self.by_student.currentIndex().column() - 1
        if 0 <= column < len(self.model.days):
            self.model.open_day(column)

    # -- by student -----------------------------------------------------------------------

    def _is_by_student(self) -> bool:
        return self._shown.currentWidget() is self.by_student

    def _look_by(self, way: str) -> None:
        """Groups with their turns, or students with their minutes."""
        self._shown.setCurrentIndex(0 if way == _GROUPS else 1)
        self.open.setVisible(way == _GROUPS and not self.model.offer)
        if way == _GROUPS:
            self._chosen(self.view.currentIndex(), QModelIndex())
        else:
            self._show_students()
        self.first_focus().setFocus()

    def _show_students(self) -> None:
        model = self.model
        weeks, groups = model.student_weeks(), model.groups_of()
        self._lines = {
            one: ShownStudentWeek(model.names[one], groups.get(one), week)
            for one, week in weeks.items()
        }
        self._sort_lines()
        self.detail.setText(balance_words(list(weeks.values()), model.names))

    def _sort(self, key: str) -> None:
        before, is_down = self._order
        self._order = (key, not is_down if key == before else False)
        self._sort_lines()

    def _sort_lines(self) -> None:
        key, is_down = self._order
        self.students.show_ids([row.id for row in in_order(self._lines, key, is_down=is_down)])
        self.by_student.heads.say_sorted(key, is_down=is_down)

    def _lines_of(self, ids: Sequence[int]) -> list[ShownStudentWeek]:
        return [self._lines[one] for one in ids if one in self._lines]

    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        column = current.column() - 1
        is_day = column >= 0
        self.open.setEnabled(is_day)
        self.open.setToolTip("" if is_day else "Choose a day first.")
        if not is_day:
            self.detail.setText("")
            return
        day = self.model.days[column]
        says = f"{'Open' if day.has_plan or day.is_off else 'Plan'} {weekday(day.day)}"
        self.open.setText(says)
        self.open.setAccessibleName(says)
        if self.model.lines and day.has_plan:
            self.detail.setText(self.model.detail(current.row(), column))
        else:
            self.detail.setText(f"{day_words(day.day)}: {day.state}.")

    def _clicked(self, index: QModelIndex) -> None:
        if self.table.offers(index) and self.table.cell(index) is None:
            self.model.open_day(index.column() - 1)

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, says, step in (
            ("left", "The week before (Alt+Left)", -1),
            ("right", "The next week (Alt+Right)", 1),
        ):
            turn = partial(self.model.turn_week, step)
            made = icon_button(name, says, theme=self.stage.theme, on_click=turn, parent=self)
            row.addWidget(made)
            if step < 0:
                row.addWidget(self.week)
        row.addSpacing(8)
        row.addWidget(self.ways)
        row.addStretch(1)
        self.plan = button(
            "Plan the whole week", on_click=self.model.plan_week, size="small", parent=self
        )
        self.plan.setToolTip("Draft every day of this week that has no plan, and look at it first")
        row.addWidget(self.plan)
        self.export = button("Export…", on_click=self.export_table, kind="quiet", parent=self)
        self.export.setToolTip(literal_tip("Save this table as a file (Ctrl+Shift+E)"))
        row.addWidget(self.export)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.detail.setMinimumHeight(44)
        row.addWidget(self.detail, 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.table)
        view.setItemDelegate(WeekDelegate(self.stage.theme, view))
        view.setHorizontalHeader(RoundHeads(self.stage.theme, view))
        view.setAccessibleName("Week: groups and days")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        view.horizontalHeader().setHighlightSections(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        view.selectionModel().currentChanged.connect(self._chosen)
        view.clicked.connect(self._clicked)
        view.doubleClicked.connect(lambda _index: self._open())
