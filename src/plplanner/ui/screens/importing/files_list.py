"""The files dropped together, at the head of the drawer: what each is, and which is shown."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from plplanner.records import record
from plplanner.ui.kit.row_table import Column, RowTable
from plplanner.ui.kit.row_view import ROW_HEIGHT, RowView
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.importing.files_in import FileIn, Outcome
from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from plplanner.ui.screens.importing.wording import list_line

_HEADING = 32
_OUTCOMES = {
    Outcome.WAITING: "Waiting",
    Outcome.IMPORTED: "Imported",
    Outcome.SKIPPED: "Skipped",
}


@record(frozen=True)
class ListedFile:
    """One line; `id` is the place among the files."""

    id: int
    name: str
    says: str
    state: str
    icon: str


def listed_file(place: int, file: FileIn, *, is_shown: bool) -> ListedFile:
    """The words of one file."""
    state = _OUTCOMES[file.outcome] if file.is_gradebook else "Not a gradebook"
    if is_shown and file.is_waiting:
        state = "Shown"
    icon = "page" if file.is_gradebook else "error"
    if file.outcome is Outcome.IMPORTED:
        icon = "check"
    return ListedFile(place, file.name, list_line(file), state, icon)


class FilesList(QWidget):
    """Arrows and clicks show another file; there only while there are several."""

    def __init__(self, drawer: ImportDrawer, theme: Theme, parent: QWidget | None = None) -> None:
        """`drawer` holds the files."""
        super().__init__(parent)
        self._drawer = drawer
        self._is_showing, self._most = False, 3
        self._rows: tuple[ListedFile, ...] = ()
        columns: list[Column[ListedFile]] = [
            Column(
                "File",
                lambda row: row.name,
                width=250,
                is_strong=True,
                icon=lambda row: row.icon,
            ),
            Column("What it is", lambda row: row.says),
            Column("", lambda row: row.state, width=116),
        ]
        self.view = RowView(
            RowTable(columns, self._page, self), theme=theme, says="Files dropped", parent=self
        )
        self.view.setMinimumHeight(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.hide()

    @property
    def is_walked(self) -> bool:
        """The keyboard is in the list."""
        return self.view.hasFocus()

    def show_files(self) -> None:
        """The files of the drawer, standing on the one shown."""
        files = self._drawer.files
        self.setVisible(len(files) > 1)
        if len(files) < 2:
            return
        self._rows = tuple(
            listed_file(place, file, is_shown=place == self._drawer.place)
            for place, file in enumerate(files)
        )
        self.view.setFixedHeight(_HEADING + min(len(files), self._most) * ROW_HEIGHT)
        self._is_showing = True
        self.view.table.show_ids([row.id for row in self._rows])
        self.view.choose(self._drawer.place)
        self._is_showing = False

    def show_rows(self, most: int) -> None:
        """Show at most so many lines; the others scroll."""
        if most != self._most:
            self._most = most
            self.show_files()

    def _page(self, ids: Sequence[int]) -> list[ListedFile]:
        return [self._rows[place] for place in ids if place < len(self._rows)]

    def _moved(self) -> None:
        place = self.view.current_id()
        if not self._is_showing and place is not None and place != self._drawer.place:
            self._drawer.show_file(place)
