"""A file with several sections: one box for each, which says the class that section becomes."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from plplanner.ui.kit.labels import literal_tip, plain_label
from plplanner.ui.screens.importing.class_box import ClassBox
from plplanner.ui.screens.importing.one_file import classes_of_sections, has_people_in_none
from plplanner.ui.screens.importing.viewmodel import ImportDrawer

_ROW, _AIR, _ROWS_SHOWN = 32, 6, 2
_WORDS, _BOX = 210, 150


class SectionClasses(QScrollArea):
    """Two sections abreast; more than four scroll. Hidden while a file has less than two."""

    def __init__(self, drawer: ImportDrawer, parent: QWidget | None = None) -> None:
        """`drawer` hears each answer with the section it is for."""
        super().__init__(parent)
        self._drawer = drawer
        self.boxes: dict[str, ClassBox] = {}
        self.words: dict[str, QLabel] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Classes of this file")
        self.hide()

    def show_sections(self) -> None:
        """Each section with its class now."""
        preview = self._drawer.preview
        if preview is None:
            return
        pairs = classes_of_sections(preview, self._drawer.told)
        self.setVisible(len(pairs) > 1)
        if len(pairs) < 2:
            return
        if [section for section, _ in pairs] != list(self.boxes):
            self._make([section for section, _ in pairs])
        names = dict.fromkeys((*self._drawer.class_names, *(name for _, name in pairs)))
        for section, name in pairs:
            self.boxes[section].offer(tuple(names), name)
        first = preview.classes[0].section if preview.classes else ""
        for section, label in self.words.items():
            is_for_rest = section == first and has_people_in_none(preview)
            self._say(label, section, is_for_rest=is_for_rest)

    def _make(self, sections: list[str]) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(_AIR)
        self.boxes, self.words = {}, {}
        for place, section in enumerate(sections):
            row, abreast = divmod(place, 2)
            label = plain_label(role="field", parent=body)
            label.setMinimumWidth(60)
            box = ClassBox(f"Class for “{section}”", body)
            box.setMinimumWidth(_BOX)
            box.said.connect(partial(self._answer, section))
            grid.addWidget(label, row, 3 * abreast)
            grid.addWidget(box, row, 3 * abreast + 1)
            grid.setColumnStretch(3 * abreast + 1, 1)
            self.boxes[section], self.words[section] = box, label
        grid.setColumnMinimumWidth(2, 8)
        self.setWidget(body)
        rows = min(_ROWS_SHOWN, -(-len(sections) // 2))
        self.setFixedHeight(rows * (_ROW + _AIR) - _AIR + 2)

    def _answer(self, section: str, name: str) -> None:
        self._drawer.say_class(name, section)

    def _say(self, label: QLabel, section: str, *, is_for_rest: bool) -> None:
        """“Math 6 - P2” becomes; whoever stands in no section comes along with one of them."""
        whole = f"“{section}” and the rest" if is_for_rest else f"“{section}”"
        tip = f"{whole} becomes the class beside it."
        if is_for_rest:
            tip += " The rest are students for whom the file names no section."
        shown = label.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, _WORDS - 60)
        label.setText(f"{shown} becomes")
        label.setToolTip(literal_tip(tip))
