"""What the first start can do: the sample class, and a list of pasted names."""

from plplanner.ui.names_in import NamesIn


class Beginning(NamesIn):
    """Each way to start is one step that Undo takes back."""

    def add_sample(self) -> None:
        """Add the invented class, in groups, and show the plan of its next school day."""
        # it knows every room; the first start need not wait for them
        from plplanner.sample import add_sample_lesson  # noqa: PLC0415

        day = self.stage.choice.day
        class_id = self.stage.desk.do(add_sample_lesson, now=self.stage.clock(), day=day)
        if class_id is not None:
            self.stage.choice.choose_class(class_id)
            self.stage.wishes.go_to.emit("tomorrow")
            self.stage.wishes.say.emit("Added the sample class. Its students are invented.")
