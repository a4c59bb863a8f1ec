"""Above the preview: which file, what it looks like, and the class it goes into."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from plplanner.importing.preview import ImportPreview
from plplanner.ui.kit.buttons import icon_button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from plplanner.ui.screens.importing.wording import count_of, format_words


class FileHead(QWidget):
    """Two lines: the file, and where in it things stand."""

    def __init__(self, drawer: ImportDrawer, theme: Theme, parent: QWidget | None = None) -> None:
        """`drawer` hears the class."""
        super().__init__(parent)
        self._drawer, self._theme = drawer, theme
        self._sign = QLabel(self)
        self._sign.setAccessibleName("File")
        self.name = plain_label(role="task", parent=self)
        self.size_words = plain_label(role="small", parent=self)
        self.looks_like = plain_label(role="small", parent=self)
        self.where = plain_label(role="small", parent=self)
        self.school_class = QComboBox(self)
        self.school_class.setEditable(True)
        self.school_class.setAccessibleName("Class")
        self.school_class.setMinimumWidth(180)
        self.school_class.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._close = icon_button(
            "close", "Leave without importing (Esc)", theme=theme, on_click=drawer.leave,
            parent=self,
        )  # fmt: skip
        self._lay_out()
        self.school_class.textActivated.connect(drawer.say_class)
        edit = self.school_class.lineEdit()
        if edit is not None:
            edit.setAccessibleName("Class")
            edit.editingFinished.connect(lambda: drawer.say_class(self.school_class.currentText()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8)
            column.addLayout(row)
        for widget in (self._sign, self.name, self.size_words):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self.looks_like)
        first.addWidget(self._close)
        second.addWidget(self.where)
        second.addStretch(1)
        second.addWidget(plain_label("Class", role="field", parent=self))
        second.addWidget(self.school_class)

    def show_preview(self) -> None:
        """The words for the file of the drawer."""
        preview = self._drawer.preview
        if preview is None:
            return
        colour = self._theme.palette["ink"]
        self._sign.setPixmap(icon_picture("page", colour, 20, 2.0))
        room = max(160, self.width() - 420)
        shown = self.name.fontMetrics().elidedText(
            self._drawer.file_name, Qt.TextElideMode.ElideMiddle, room
        )
        self.name.setText(shown)
        table = preview.source.table
        rows = count_of(len(table.rows), "row")
        self.size_words.setText(f"{rows}, {count_of(len(preview.source.columns), 'column')}")
        self.looks_like.setText(f"Looks like: {format_words(preview.read.format)}")
        self.where.setText(_places(preview))
        self._offer_classes()

    def _offer_classes(self) -> None:
        edit = self.school_class.lineEdit()
        if edit is not None and edit.hasFocus() and edit.text().strip() != self._drawer.class_name:
            return  # she is typing
        self.school_class.blockSignals(True)
        self.school_class.clear()
        self.school_class.addItems(list(self._drawer.class_names))
        self.school_class.setEditText(self._drawer.class_name)
        self.school_class.blockSignals(False)


def _places(preview: ImportPreview) -> str:
    """“Headings in row 1 · Points in row 2 · First student in row 3”."""
    source = preview.source
    if not source.as_written:
        return ""
    said = [f"Headings in row {source.header + 1}"] if source.header >= 0 else ["No headings"]
    if source.points is not None:
        said.append(f"Points in row {source.points + 1}")
    if source.students:
        said.append(f"First student in row {source.students[0] + 1}")
    return " · ".join(said)
