"""Students: the class as a list, and what is known of each."""

from PySide6.QtWidgets import QLineEdit

from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.row_table import Column
from plplanner.ui.list_screen import ListScreen, ListWords, Side
from plplanner.ui.screens.roster.side_panel import StudentPanel
from plplanner.ui.screens.roster.viewmodel import StudentLine, StudentsModel
from plplanner.ui.stage import Stage

_WORDS = ListWords("students", "Name or group", "Add a student")


class StudentsScreen(ListScreen):
    """A list that filters by typing; names are typed over in place."""

    title = "Students"

    def __init__(self, stage: Stage) -> None:
        """Asked when it comes up."""
        self.model = StudentsModel(stage)
        self.first, self.last = QLineEdit(), QLineEdit()
        self.side = StudentPanel(stage.theme)
        fields = [("First name", self.first), ("Last name", self.last)]
        super().__init__(stage, self.model, words=_WORDS, fields=fields, side=Side(self.side))
        self.side.nickname_kept.connect(self._keep_nickname)
        self.side.language_kept.connect(self._keep_language)
        self.side.remove_wanted.connect(self._remove)

    @property
    def subtitle(self) -> str:
        """The class."""
        chosen = self.stage.choice.school_class
        return chosen.name if chosen else ""

    def show_chosen(self) -> None:
        """What is known of the student."""
        self.side.show_details(self.model.details)

    def columns(self) -> list[Column[StudentLine]]:
        """The name shown, its parts, the group, how many scores."""
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

    def add(self) -> bool:
        """Add a student and stand on her."""
        added = self.model.add_student(first=self.first.text(), last=self.last.text())
        if added is not None:
            self.stand_on(added)
        return added is not None

    def empty(self) -> EmptyState:
        """How the class gets its students."""
        return EmptyState(
            theme=self.stage.theme,
            icon_name="students",
            title="No students in this class yet",
            reason="A gradebook brings the names and the scores at once.",
            acts=[
                ("Import a gradebook", self.stage.wishes.choose_file.emit),
                ("Add a student", self.add_first),
                ("Try the sample class", self.model.add_sample),
            ],
        )

    # -- inside ---------------------------------------------------------------------------

    def _keep_nickname(self, text: str) -> None:
        if self.model.details is not None:
            self.model.rename(self.model.details.line, nickname=text)

    def _keep_language(self, text: str) -> None:
        if self.model.details is not None:
            self.model.set_language(self.model.details.line.id, text)

    def _remove(self) -> None:
        if self.model.details is not None:
            self.model.remove(self.model.details.line.id)
