"""Above the preview: which file, what it looks like, and the class it goes into."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from plplanner.importing.preview import ImportPreview
from plplanner.ui.kit.buttons import button, icon_button
from plplanner.ui.kit.labels import literal_tip, plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.segments import Segments
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.importing.class_box import ClassBox
from plplanner.ui.screens.importing.one_file import (
    has_news,
    shows_only_changes,
    was_here_before,
)
from plplanner.ui.screens.importing.section_classes import SectionClasses
from plplanner.ui.screens.importing.system_names import system_words
from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from plplanner.ui.screens.importing.wording import count_of


class FileHead(QWidget):
    """The file, where in it things stand, and what was remembered of files like it."""

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
        self.section = ClassBox("Class of the file", self)
        self.school_class = ClassBox("Class", self)
        self.school_class.setMinimumWidth(180)
        self.classes = SectionClasses(drawer, self)
        self.shown = Segments({"changes": "Changes", "all": "Whole file"}, says="Show", parent=self)
        self.shown.chosen.connect(lambda key: drawer.show_only_changes(key == "changes"))
        self._close = icon_button(
            "close", "Leave without importing (Esc)", theme=theme, on_click=drawer.leave,
            parent=self,
        )  # fmt: skip
        self.remembered = self._remembered()
        self._lay_out()
        self.section.textActivated.connect(drawer.say_section)
        self.school_class.said.connect(drawer.say_class)

    def _remembered(self) -> QWidget:
        """One line about what was told of the last file of this shape."""
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(plain_label("Columns and answers as you said last time.", role="small"))
        self.start_afresh = button(
            "Start afresh", on_click=self._drawer.answers.start_afresh, kind="link", size="small"
        )
        row.addWidget(self.start_afresh)
        row.addStretch(1)
        return line

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
        second.addWidget(self.shown)
        second.addStretch(1)
        self.of_file = plain_label("From", role="field", parent=self)
        self.goes_into = plain_label("Class", role="field", parent=self)
        for one in (self.of_file, self.section, self.goes_into, self.school_class):
            second.addWidget(one)
        column.addWidget(self.classes)
        column.addWidget(self.remembered)

    def show_preview(self) -> None:
        """The words for the file of the drawer."""
        preview = self._drawer.preview
        if preview is None:
            return
        colour = self._theme.palette["ink"]
        self._sign.setPixmap(icon_picture("page", colour, 20, 2.0))
        self._cut_name()
        students = count_of(len(preview.source.students), "student")
        self.size_words.setText(f"{students}, {count_of(len(preview.source.columns), 'column')}")
        self.looks_like.setText(f"Looks like: {system_words(preview.read.format)}")
        only_changes = shows_only_changes(preview, self._drawer.told)
        can_choose = was_here_before(preview) and has_news(preview)
        self.shown.setVisible(can_choose)
        self.shown.mark("changes" if only_changes else "all")
        self.where.setText(_places(preview))
        self.where.setVisible(not can_choose)
        self.remembered.setVisible(self._drawer.told.is_remembered)
        self._offer_sections()
        self._offer_classes()
        self.classes.show_sections()
        for widget in (self.goes_into, self.school_class):
            widget.setVisible(self.classes.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As much of the file name as there is room for."""
        super().resizeEvent(event)
        self._cut_name()

    def _cut_name(self) -> None:
        whole, room = self._drawer.file_name, max(160, self.width() - 420)
        shown = self.name.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, room)
        if shown != self.name.text():
            self.name.setText(shown)
            self.name.setToolTip(literal_tip(whole) if shown != whole else "")

    def _offer_sections(self) -> None:
        file = self._drawer.file
        sections = file.sections if file else ()
        for widget in (self.of_file, self.section):
            widget.setVisible(bool(sections))
        self.section.offer(sections, self._drawer.told.section or "")

    def _offer_classes(self) -> None:
        self.school_class.offer(self._drawer.class_names, self._drawer.class_name)


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
