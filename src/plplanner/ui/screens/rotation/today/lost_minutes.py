"""The panel of lost minutes: how many, and which way the lesson goes on."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from plplanner.rotation.lost_minutes import LostMinutesWay
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import literal, plain_label
from plplanner.ui.kit.panel_column import fit_height
from plplanner.ui.kit.popover import show_at

_MOST, _WIDTH = 45, 340
Ways = Callable[[int], Sequence[LostMinutesWay]]


class LostMinutes(QFrame):
    """Minus and plus say how many minutes; a way is chosen and taken. Escape leaves."""

    def __init__(
        self,
        minutes: int,
        *,
        ways: Ways,
        on_choice: Callable[[LostMinutesWay], object],
        parent: QWidget,
    ) -> None:
        """`ways` answers what can be done about so many minutes."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Lost minutes")
        self.setFixedWidth(_WIDTH)
        self._ways, self._on_choice, self._minutes = ways, on_choice, minutes
        self._found: Sequence[LostMinutesWay] = ()
        self.less = button("−", on_click=partial(self._change, -1), parent=self)
        self.more = button("+", on_click=partial(self._change, 1), parent=self)
        self.less.setAccessibleName("A minute less")
        self.more.setAccessibleName("A minute more")
        self.minutes = plain_label(role="strong", parent=self)
        self.choices = QVBoxLayout()
        self.group = QButtonGroup(self)
        self.go = button("", kind="primary", on_click=self._take, parent=self)
        self._lay_out()
        self._show()
        self.go.setFocus()

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it, its right edge under that one's."""
        fit_height(self)
        corner = QPoint(anchor.width() - self.width(), anchor.height() + 4)
        show_at(self, anchor.mapToGlobal(corner))

    def _change(self, by: int) -> None:
        self._minutes = max(1, min(_MOST, self._minutes + by))
        self._show()

    def _show(self) -> None:
        chosen = self.group.checkedId()
        for gone in self.group.buttons():
            self.group.removeButton(gone)
        while (item := self.choices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.minutes.setText(f"{self._minutes} min")
        self._found = self._ways(self._minutes)
        for place, way in enumerate(self._found):
            radio = QRadioButton(literal(way.title), self)
            radio.setStyleSheet("font-weight: 600;")
            radio.setAccessibleName(f"{way.title}. {way.means}")
            self.group.addButton(radio, place)
            radio.toggled.connect(self._name_button)
            self.choices.addWidget(radio)
            radio.show()
            means = plain_label(way.means, role="small", wrap=True, parent=self)
            means.setContentsMargins(24, 0, 0, 6)
            self.choices.addWidget(means)
            means.show()
        if self._found:
            self.group.button(chosen if 0 <= chosen < len(self._found) else 0).setChecked(True)
        else:
            self.choices.addWidget(plain_label("No round fits any more.", parent=self))
        self._name_button()
        fit_height(self)

    def _name_button(self) -> None:
        place = self.group.checkedId()
        self.go.setEnabled(0 <= place < len(self._found))
        if self.go.isEnabled():
            self.go.setText(literal(self._found[place].button))
            self.go.setAccessibleName(self._found[place].button)

    def _take(self) -> None:
        way = self._found[self.group.checkedId()]
        self.close()
        self._on_choice(way)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(plain_label("Lost some minutes?", role="section", parent=self))
        row = QHBoxLayout()
        for part in (plain_label("Lost", parent=self), self.less, self.minutes, self.more):
            row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)
        self.choices.setSpacing(0)
        column.addLayout(self.choices)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button("Cancel", kind="quiet", on_click=self.close, parent=self))
        foot.addWidget(self.go)
        column.addLayout(foot)
