"""How much may change when groups are formed anew: from calm to fresh, said in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QStyle, QWidget

from plplanner.ui.kit.labels import plain_label

CALM_WORDS = {
    0: "anyone may move",
    1: "many may move",
    2: "some may move",
    3: "few may move",
    4: "hardly anyone may move",
}
_MOST = max(CALM_WORDS)
_GRIP = 16


class _Steps(QSlider):
    """Five places; a click goes straight to one, the arrow keys go from one to the next."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, _MOST)
        self.setPageStep(1)
        self.setMinimumSize(56, _GRIP + 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Beside the handle: straight there, and on with the handle if the button stays down."""
        room, grip = self.width() - _GRIP, round(event.position().x()) - _GRIP // 2
        there = QStyle.sliderValueFromPosition(0, _MOST, grip, room)
        if there != self.value():
            self.setValue(there)
        super().mousePressEvent(event)


class CalmSlider(QWidget):
    """Calm on the left, fresh on the right. Tells when it has come to rest somewhere else."""

    calm_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """At rest until `show_calm`."""
        super().__init__(parent)
        self._calm = 0
        self.slider = _Steps(self)
        self.slider.setTracking(False)  # groups are formed when the handle is let go
        self._ends = plain_label("Calm", role="meta"), plain_label("Fresh", role="meta")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._ends[0])
        row.addWidget(self.slider, 1)
        row.addWidget(self._ends[1])
        self.setFixedHeight(32)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._tell)
        self.slider.sliderMoved.connect(self._say)

    def show_calm(self, calm: int, *, is_free: bool) -> None:
        """Where it stands; without groups to compare with it cannot be moved."""
        self._calm = calm
        self.slider.blockSignals(True)
        self.slider.setValue(_MOST - calm)
        self.slider.blockSignals(False)
        self.slider.setEnabled(is_free)
        self._say(_MOST - calm)
        if not is_free:
            self.slider.setToolTip("The first groups of a class are new for everyone.")

    def be_narrow(self, is_narrow: bool) -> None:
        """Without the two words at its ends."""
        for end in self._ends:
            end.setVisible(not is_narrow)

    def _say(self, place: int) -> None:
        words = CALM_WORDS[_MOST - place]
        self.slider.setAccessibleName(f"How much may change: {words}")
        self.slider.setToolTip(f"{words[:1].upper()}{words[1:]}")

    def _tell(self, place: int) -> None:
        self._say(place)
        if _MOST - place != self._calm:
            self.calm_chosen.emit(_MOST - place)
