"""What the first start can do: the sample class, and a list of pasted names."""

from PySide6.QtCore import QObject

from plplanner.importing.pasted_names import PastedNames, parse_pasted_names
from plplanner.roster.commands import add_class, add_students
from plplanner.sample import add_sample_class
from plplanner.ui.desk import StepSession
from plplanner.ui.screen import ViewModel
from plplanner.ui.stage import Stage


class Beginning(ViewModel):
    """Each way to start is one step that Undo takes back."""

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Starts with nothing pasted."""
        super().__init__(stage, parent)
        self.pasted = PastedNames()
        self.is_pasting = False

    def open_paste(self, is_open: bool) -> None:
        """Show or put aside the panel for names."""
        self.is_pasting = is_open
        self.refreshed.emit()

    def read_names(self, text: str) -> None:
        """Understand what stands in the text area now."""
        self.pasted = parse_pasted_names(text)
        self.refreshed.emit()

    def add_sample(self) -> None:
        """Add the invented class and show its next school day."""
        class_id = self.stage.desk.do(add_sample_class, now=self.stage.clock())
        if class_id is not None:
            self._go_on(class_id, "tomorrow", "Added the sample class. Its students are invented.")

    def add_names(self, class_name: str) -> None:
        """Add a class with the pasted names as one step."""
        new, today = self.pasted.students, self.stage.clock().date()

        def add(session: StepSession) -> int:
            made = add_class(session, name=class_name)
            add_students(session, class_id=made, students=new, entered_on=today)
            return made

        class_id = self.stage.desk.do_together(f"Add {_students(len(new))}", add)
        if class_id is not None:
            self.pasted, self.is_pasting = PastedNames(), False
            said = f"Added {_students(len(new))} to “{class_name.strip()}”."
            self._go_on(class_id, "students", said)
            self.refreshed.emit()

    def _go_on(self, class_id: int, room: str, said: str) -> None:
        self.stage.choice.choose_class(class_id)
        self.stage.wishes.go_to.emit(room)
        self.stage.wishes.say.emit(said)


def _students(count: int) -> str:
    return f"{count} student{'' if count == 1 else 's'}"
