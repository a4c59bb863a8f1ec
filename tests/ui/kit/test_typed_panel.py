import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from plplanner.ui.kit.popover import show_at
from plplanner.ui.kit.typed_panel import TypedPanel, close_popups, leave_panels


class OneField(TypedPanel):
    def __init__(self, parent):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.field, self.kept = QLineEdit(self), []
        QVBoxLayout(self).addWidget(self.field)

    def keep_typed(self):
        self.kept.append(self.field.text())
        self.settle()


@pytest.fixture
def panel(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = OneField(parent)
    show_at(made, QPoint(0, 0))
    qtbot.keyClicks(made.field, "Read")
    yield made
    made.leave()


def test_a_click_beside_it_keeps_what_was_typed_once(panel):
    panel.close()  # as Qt does at a click beside a popup
    panel.close()
    assert panel.kept == ["Read"]


def test_escape_gives_it_up_from_any_field(panel, qtbot):
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert (panel.kept, panel.isVisible()) == ([], False)


def test_what_is_settled_is_not_kept_again(panel):
    panel.keep_typed()
    assert (panel.kept, panel.isVisible()) == (["Read"], False)


def test_a_part_that_goes_takes_its_panels_along_and_nothing_is_kept(panel, qtbot):
    part = panel.parentWidget()
    other = QFrame(part, Qt.WindowType.Popup)
    show_at(other, QPoint(0, 0))
    leave_panels(part)
    assert (panel.isVisible(), other.isVisible()) == (False, False)
    assert panel.kept == []


def test_before_a_window_goes_all_that_is_open_closes_as_by_a_click_beside_it(panel, qtbot):
    other = QFrame(panel.parentWidget(), Qt.WindowType.Popup)
    show_at(other, QPoint(0, 0))
    close_popups()
    assert (panel.isVisible(), other.isVisible()) == (False, False)
    assert panel.kept == ["Read"]
