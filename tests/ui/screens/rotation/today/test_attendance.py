import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.roster.rows import StudentRow
from plplanner.terms import AttendanceKind
from plplanner.ui.screens.rotation.today.attendance import GroupAttendance

STUDENTS = [
    StudentRow(number, name, "Last", name, "", "", number, "en", {})
    for number, name in enumerate(("Ann", "Bo", "Cy"), start=1)
]
ABSENT, LATE = AttendanceKind.ABSENT, AttendanceKind.LATE


@pytest.fixture
def panel_with(qtbot):
    """`panel_with(away, current)`: the panel, shown, and what was marked on it."""

    def build(away, current=0):
        parent, marked = QWidget(), []
        qtbot.addWidget(parent)
        panel = GroupAttendance(
            "River", STUDENTS, away, on_mark=lambda *what: marked.append(what),
            parent=parent, current=current,
        )  # fmt: skip
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        panel.show()
        return parent, panel, marked

    return build


@pytest.mark.parametrize(
    ("key", "away", "expected"),
    [
        (Qt.Key.Key_A, {}, (2, ABSENT)),
        (Qt.Key.Key_A, {2: ABSENT}, (2, None)),
        (Qt.Key.Key_L, {2: ABSENT}, (2, LATE)),
        (Qt.Key.Key_L, {2: LATE}, (2, None)),
    ],
)
def test_one_key_marks_the_name_one_stands_on_and_again_takes_it_back(
    panel_with, qtbot, key, away, expected
):
    _parent, panel, marked = panel_with(away)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, key)
    assert marked == [expected]
    assert not panel.isVisible()


def test_the_name_that_was_meant_is_chosen_and_the_buttons_say_whom_they_mark(panel_with):
    _parent, panel, marked = panel_with({3: LATE}, current=2)
    assert panel.list.currentItem().text() == "Cy, late"
    assert panel.buttons[ABSENT].accessibleName() == "Cy absent"
    assert not panel.buttons[LATE].isEnabled()
    panel.here.click()
    assert marked == [(3, None)]


def test_escape_marks_nobody(panel_with, qtbot):
    _parent, panel, marked = panel_with({})
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert (marked, panel.isVisible()) == ([], False)
