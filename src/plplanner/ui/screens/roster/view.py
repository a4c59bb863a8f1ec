"""Students: the class as a list, and what is known of each."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from plplanner.ui.kit.add_line import AddLine
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.list_pane import ListPane
from plplanner.ui.kit.row_table import Column, RowTable
from plplanner.ui.screen import Screen
from plplanner.ui.screens.roster.side_panel import StudentPanel
from plplanner.ui.screens.roster.viewmodel import StudentLine, StudentsModel
from plplanner.ui.stage import Stage


class StudentsScreen(Screen):
    """A list that filters by typing; names are typed over in place."""

    title = "Students"

    def __init__(self, stage: Stage) -> None:
        """Asked when it comes up."""
        self.model = StudentsModel(stage)
        super().__init__(stage, self.model)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.first, self.last = QLineEdit(), QLineEdit()
        self.pane = ListPane(
            RowTable(self._columns(), self.model.page_of, self),
            theme=stage.theme,
            says="students",
            hint="Name or group",
        )
        self.adding = AddLine(
            "Add a student",
            [("First name", self.first), ("Last name", self.last)],
            theme=stage.theme,
            on_add=self._add,
        )
        self.side = StudentPanel(stage.theme)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    @property
    def subtitle(self) -> str:
        """The class."""
        chosen = self.stage.choice.school_class
        return chosen.name if chosen else ""

    def first_focus(self) -> QWidget:
        """The list."""
        return self.pane.view

    def show_rows(self) -> None:
        """The list as the view model holds it."""
        model = self.model
        self._stack.setCurrentIndex(0 if model.lines else 1)
        self.pane.say_sorted(model.sorted_by, is_down=model.is_down)
        self.pane.show_ids(model.ids, of_all=len(model.lines))
        self.side.show_details(model.details)
        self.heading_changed.emit()

    # -- inside ---------------------------------------------------------------------------

    def _columns(self) -> list[Column[StudentLine]]:
        model = self.model

        def nameless(line: StudentLine, other: str, typed: str) -> str:
            return "" if typed or other else f"Give {line.student.name} a first or a last name."

        return [
            Column("Name shown", lambda line: line.student.name, sort="name", is_strong=True),
            Column(
                "Last name",
                lambda line: line.student.last,
                sort="last",
                width=150,
                rank=1,
                edit=lambda line, typed: model.rename(line, last=typed),
                wrong=lambda line, typed: nameless(line, line.student.first, typed),
            ),
            Column(
                "First name",
                lambda line: line.student.first,
                sort="first",
                width=140,
                edit=lambda line, typed: model.rename(line, first=typed),
                wrong=lambda line, typed: nameless(line, line.student.last, typed),
            ),
            Column(
                "Group now",
                lambda line: line.group_word,
                sort="group",
                width=130,
                tile=lambda line: line.group,
            ),
            Column(
                "Scores", lambda line: str(line.scores), sort="scores", width=84, is_number=True
            ),
        ]

    def _add(self) -> bool:
        added = self.model.add_student(first=self.first.text(), last=self.last.text())
        if added is None:
            return False
        self.pane.clear_filter()
        self.pane.choose(added)
        return True

    def _choose(self, student_id: int | None) -> None:
        self.model.choose(student_id)
        self.side.show_details(self.model.details)

    def _keep_nickname(self, text: str) -> None:
        if self.model.details is not None:
            self.model.rename(self.model.details.line, nickname=text)

    def _keep_language(self, text: str) -> None:
        if self.model.details is not None:
            self.model.set_language(self.model.details.line.id, text)

    def _remove(self) -> None:
        if self.model.details is not None:
            self.model.remove(self.model.details.line.id)

    def _lay_out(self) -> None:
        list_side, whole = QVBoxLayout(), QWidget()
        self.pane.head.addWidget(button("Add a student", on_click=self.adding.open))
        self.pane.column.insertWidget(1, self.adding)
        list_side.setContentsMargins(16, 12, 16, 12)
        list_side.addWidget(self.pane)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(list_side, 1)
        row.addWidget(self.side)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty())
        self.body.addWidget(self._stack)

    def _connect(self) -> None:
        pane, side = self.pane, self.side
        pane.filtered.connect(self.model.filter_by)
        pane.sort_wanted.connect(self.model.sort_by)
        pane.row_chosen.connect(self._choose)
        pane.view.removed.connect(self.model.remove)
        side.nickname_kept.connect(self._keep_nickname)
        side.language_kept.connect(self._keep_language)
        side.remove_wanted.connect(self._remove)

    def _add_first(self) -> None:
        # The list comes before its first row, so that the line of fields can be seen.
        self._stack.setCurrentIndex(0)
        self.adding.open()

    def _empty(self) -> EmptyState:
        return EmptyState(
            theme=self.stage.theme,
            icon_name="students",
            title="No students in this class yet",
            reason="A gradebook brings the names and the scores at once.",
            acts=[
                ("Import a gradebook", self.stage.wishes.choose_file.emit),
                ("Add a student", self._add_first),
                ("Try the sample class", self.model.add_sample),
            ],
        )
