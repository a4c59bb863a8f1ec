from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.grouping.called import Called
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel
from plplanner.ui.screens.grouping.add_popover import add_popover

LOW = MasteryLevel.NOT_YET
STUDENTS = (
    Called(7, "Ana", LOW, "1/5, not yet", "1/5, not yet", GROUP_IDENTITIES[0]),
    Called(9, "<b>Ben", LOW, "2/5, not yet, close to nearly", "2/5, not yet"),
)


def test_a_few_letters_and_enter_add_a_student(qtbot, theme):
    window, added = QWidget(), []
    qtbot.addWidget(window)
    window.show()
    popover = add_popover(STUDENTS, on_choice=added.append, parent=window)
    popover.show()
    assert [popover.list.item(row).text() for row in range(2)] == [
        "Ana   1/5, not yet", "<b>Ben   2/5, not yet",
    ]  # fmt: skip
    qtbot.keyClicks(popover.field, "<b")
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert added == [9]
    window.hide()
