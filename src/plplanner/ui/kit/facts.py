"""Facts about one thing: a small name, and below it what is known."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plplanner.ui.kit.labels import plain_label

Fact = tuple[str, str]


class Facts(QWidget):
    """A column of facts; one without words is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_facts`."""
        super().__init__(parent)
        self._shown: tuple[Fact, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show (name, words), each on lines of its own."""
        wanted = tuple((name, words) for name, words in facts if words)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, (name, words) in enumerate(wanted):
            if place:
                self._column.addSpacing(8)
            self._column.addWidget(plain_label(name, role="field", parent=self))
            text = plain_label(words, wrap=True, parent=self)
            text.setSizePolicy(_as_high_as_its_width_asks())
            text.setAccessibleName(f"{name}: {words}")
            self._column.addWidget(text)


def _as_high_as_its_width_asks() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
