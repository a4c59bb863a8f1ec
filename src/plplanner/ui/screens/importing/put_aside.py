"""Files left without importing them: what was said about each is there when it comes again."""

from collections.abc import Callable, Sequence

from plplanner.ui.screens.importing.files_in import FileIn, Told
from plplanner.ui.stage import Stage


class PutAside:
    """Nothing is lost by Esc, nor by a click on another room; it lasts as long as the window."""

    def __init__(self, stage: Stage) -> None:
        """Nothing yet; `stage` says that there is a way back."""
        self._stage, self._planner = stage, stage.desk.planner
        self._told: dict[str, Told] = {}
        self._left: tuple[tuple[FileIn, ...], int] | None = None
        self.has_said = False
        """Whether a banner still tells of files that were left."""

    def keep(self, files: Sequence[FileIn]) -> None:
        """Remember the answers about files that were not taken in, by what is in the file."""
        for file in files:
            if file.fingerprint and file.is_answered and file.told is not None and file.is_waiting:
                self._told[file.fingerprint] = file.told
            elif file.fingerprint:
                self._told.pop(file.fingerprint, None)

    def told_of(self, file: FileIn) -> Told | None:
        """What was said about the same file before; None when nothing was."""
        return self._told.get(file.fingerprint) if file.fingerprint else None

    def offer_return(
        self, files: Sequence[FileIn], place: int, *, act: Callable[[], object]
    ) -> None:
        """Remember the files as they lie open, and say that they wait; `act` takes them up.

        Nothing is said of files that were taken in, nor once the planner is another one.
        """
        is_same = self._planner is self._stage.desk.planner
        if is_same and any(file.is_waiting for file in files):
            self._left, self.has_said = (tuple(files), place), True
            told = ("news", left_words(files), ("Go on with it", act))
            self._stage.wishes.show_banner.emit(told)

    def take_up(self) -> tuple[tuple[FileIn, ...], int] | None:
        """The files left last with the place of the one shown, once; their room opens."""
        left, self._left = self._left, None
        for room in ("scores", "import") if left is not None else ():
            self._stage.wishes.go_to.emit(room)
        return left


def left_words(files: Sequence[FileIn]) -> str:
    """“grades.csv” was not imported. Your answers are kept."""
    waiting = [file for file in files if file.is_waiting]
    name = f"“{waiting[0].name}”" if len(waiting) == 1 else f"{len(waiting)} files"
    verb = "was" if len(waiting) == 1 else "were"
    kept = " Your answers are kept." if any(file.is_answered for file in waiting) else ""
    return f"{name} {verb} not imported.{kept}"
