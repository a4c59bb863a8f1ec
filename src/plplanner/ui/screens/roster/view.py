"""Students: the class as a list, and what is known of each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from plplanner.roster.rows import WeeklyPullOutRow
from plplanner.ui.exports import Export
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.row_table import Column
from plplanner.ui.list_screen import ListScreen, ListWords, Side
from plplanner.ui.names_in import NamesIn
from plplanner.ui.paste_names import PasteNames
from plplanner.ui.screens.roster.side_panel import StudentPanel
from plplanner.ui.screens.roster.student_lines import StudentLine
from plplanner.ui.screens.roster.viewmodel import StudentsModel
from plplanner.ui.stage import Stage

_NAME = 136  # pixels
_WORDS = ListWords("students", "Name or group", "Add a student", of_class=True)


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
        self.side.pull_outs_kept.connect(self._keep_pull_outs)
        self.side.remove_wanted.connect(lambda: self._with_chosen(self.model.remove))
        self.side.left_class.connect(lambda: self._with_chosen(self.model.archive))
        self.side.back_wanted.connect(lambda: self._with_chosen(self.model.bring_back))
        self.side.note_dropped.connect(self.model.remove_note)
        self.side.move_wanted.connect(self._move)
        self.who_left = button("", on_click=self._turn, kind="quiet", size="small", parent=self)
        self.pane.foot.addWidget(self.who_left)
        self._offer_names()

    @property
    def subtitle(self) -> str:
        """The class."""
        chosen = self.stage.choice.school_class
        return chosen.name if chosen else ""

    def new_class(self) -> None:
        """Ask for a class by its name, and for names if there are any."""
        self.names.open_paste(True, may_be_empty=True)

    def paste_into_class(self) -> None:
        """Ask for names to come into the class."""
        self.names.open_paste(True, into=self.stage.choice.school_class)

    def exports(self) -> Sequence[Export]:
        """Nothing while names are typed in the place of the list."""
        return () if self.names.is_pasting else super().exports()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back from the names to the list."""
        if event.key() == Qt.Key.Key_Escape and self.names.is_pasting:
            self.names.open_paste(False)
            return
        super().keyPressEvent(event)

    def show_rows(self) -> None:
        """The students, and a quiet way to those who left and back."""
        model = self.model
        self.pane.say_what("students who left" if model.shows_left else _WORDS.says)
        self.who_left.setVisible(model.can_turn)
        says = "Show the class" if model.shows_left else f"Show who left ({len(model.left)})"
        self.who_left.setText(says)
        self.who_left.setAccessibleName(says)
        super().show_rows()

    def show_chosen(self) -> None:
        """What is known of the student."""
        self.side.offer_classes(self.model.other_classes)
        self.side.show_details(self.model.details)

    def columns(self) -> list[Column[StudentLine]]:
        """The name shown, its parts, the group, how many scores."""
        model = self.model

        def nameless(line: StudentLine, other: str, typed: str) -> str:
            return "" if typed or other else f"Give {line.student.name} a first or a last name."

        return [
            Column(
                "Name shown",
                lambda line: line.student.name,
                sort="name",
                least=_NAME,
                is_strong=True,
                beside=self.side.nickname.begin,
            ),
            Column(
                "Last name",
                lambda line: line.student.last,
                sort="last",
                least=_NAME,
                rank=1,
                edit=lambda line, typed: model.rename(line, last=typed),
                wrong=lambda line, typed: nameless(line, line.student.first, typed),
            ),
            Column(
                "First name",
                lambda line: line.student.first,
                sort="first",
                least=_NAME,
                edit=lambda line, typed: model.rename(line, first=typed),
                wrong=lambda line, typed: nameless(line, line.student.last, typed),
            ),
            Column(
                "Group now",
                lambda line: line.group_word,
                sort="group",
                width=130,
                tile=lambda line: line.group,
                elsewhere="Who is in which group is changed in Groups.",
            ),
            Column(
                "Scores",
                lambda line: str(line.scores),
                sort="scores",
                width=84,
                is_number=True,
                heading_out="Number of scores (read only)",
                elsewhere="Scores are typed in Scores.",
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
                ("Paste names", self.paste_into_class),
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

    def _keep_pull_outs(self, times: Sequence[WeeklyPullOutRow]) -> None:
        if self.model.details is not None:
            self.model.set_pull_outs(self.model.details.line, times)

    def _move(self, class_id: int) -> None:
        self._with_chosen(lambda student_id: self.model.move(student_id, class_id))

    def _offer_names(self) -> None:
        self.names = NamesIn(self.stage, self)
        self.paste = PasteNames(self.names)
        self._naming = QWidget(self)
        self._naming.hide()
        row = QHBoxLayout(self._naming)
        row.setContentsMargins(16, 12, 16, 12)
        row.addWidget(self.paste)
        self.names.refreshed.connect(self._show_names)
        for says, act in (("New class", self.new_class), ("Paste names", self.paste_into_class)):
            self.pane.head.insertWidget(self.pane.head.count() - 1, button(says, on_click=act))

    def _show_names(self) -> None:
        """The panel for names, or the list again, with the keyboard where one goes on."""
        self.paste.show_rows()
        is_shown = self.instead is self._naming
        if self.names.is_pasting and not is_shown:
            self.show_instead(self._naming)
            self.paste.clear()
            self.paste.start()
        elif is_shown and not self.names.is_pasting:
            self.show_instead(None)
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        self.model.show_left(not self.model.shows_left)

    def _with_chosen(self, act: Callable[[int], object]) -> None:
        if self.model.details is not None:
            act(self.model.details.line.id)
