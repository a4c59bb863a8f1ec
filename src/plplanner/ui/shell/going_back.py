"""Backups in the window: look into one, go back to one, and take that back again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from plplanner.store.backup import moment_of
from plplanner.ui.kit.banner import Banner
from plplanner.ui.kit.moments import moment_words
from plplanner.ui.shell.frame import Frame
from plplanner.ui.stage import Stage


class GoingBack(QObject):
    """Carries out what screens wish of backups, and says what happened with the next step."""

    def __init__(self, stage: Stage, frame: Frame) -> None:
        """Lives as long as `frame`, whatever screens come and go."""
        super().__init__(frame)
        self._stage, self._frame = stage, frame
        stage.wishes.look_into.connect(self.look_into)
        stage.wishes.go_back_to.connect(self.go_back_to)

    def look_into(self, backup: Path) -> None:
        """Show a backup, to read only, with a line above everything that leads back."""
        if self._stage.desk.look_into(backup):
            banner = Banner(
                f"You are looking at {_named(backup)}. Nothing can be changed here.",
                theme=self._frame.theme,
                tone="news",
                action=("Back to my planner", self.stop_looking),
            )
            banner.add_act("Restore this backup", partial(self.go_back_to, backup))
            self._frame.say_standing(banner)

    def stop_looking(self) -> None:
        """Show the planner again."""
        self._frame.say_standing(None)
        self._stage.desk.stop_looking()

    def go_back_to(self, backup: Path) -> None:
        """Restore at once and say so; what was there a moment ago is the newest backup."""
        kept = self._back_to(backup)
        if kept is not None:
            said = (
                f"Your planner is back as it was in {_named(backup)}. "
                "What you had until now is the newest backup."
            )
            self._frame.show_banner(("news", said, ("Undo restore", partial(self._return, kept))))

    def _return(self, kept: Path) -> None:
        if self._back_to(kept) is not None:
            said = "Your planner is as it was before you restored the backup. Nothing was lost."
            self._frame.show_banner(("news", said, None))

    def _back_to(self, backup: Path) -> Path | None:
        kept = self._stage.desk.go_back_to(backup, now=self._stage.clock())
        if kept is not None:
            self._frame.say_standing(None)
            self._frame.status.say_backup(self._stage.clock())
        return kept


def _named(backup: Path) -> str:
    taken = moment_of(backup)
    return f"the backup of {moment_words(taken)}" if taken else f"the backup “{backup.name}”"
