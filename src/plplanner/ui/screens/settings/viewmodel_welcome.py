"""What the first start can do: the sample class, and a list of pasted names."""

from plplanner.sample import add_sample_class
from plplanner.ui.names_in import NamesIn


class Beginning(NamesIn):
    """Each way to start is one step that Undo takes back."""

    def add_sample(self) -> None:
        """Add the invented class and show its next school day."""
        class_id = self.stage.desk.do(add_sample_class, now=self.stage.clock())
        if class_id is not None:
            self.stage.choice.choose_class(class_id)
            self.stage.wishes.go_to.emit("tomorrow")
            self.stage.wishes.say.emit("Added the sample class. Its students are invented.")
