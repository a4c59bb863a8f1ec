import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.roster.rows import StudentRow
from plplanner.terms import AttendanceKind
from plplanner.ui.screens.rotation.today.away_picker import away_picker

NOOR, MAYA = (
    StudentRow(number, name, "", name, "", "", number, "en", {})
    for number, name in ((1, "Noor"), (2, "Maya"))
)


@pytest.fixture
def picker(theme, qtbot):
    room, marked = QWidget(), []
    qtbot.addWidget(room)
    room.show()
    made = away_picker(
        [NOOR, MAYA], {2: AttendanceKind.LATE},
        on_mark=lambda *mark: marked.append(mark), parent=room,
    )  # fmt: skip
    made.open_at(room.pos())
    yield made, marked
    room.hide()


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("nool", (1, AttendanceKind.LATE)),
        ("noora", (1, AttendanceKind.ABSENT)),
        ("noo l", (1, AttendanceKind.LATE)),
        ("may", (2, None)),
    ],
)
def test_a_few_letters_and_enter_mark_a_student(picker, qtbot, typed, mark):
    popover, marked = picker
    qtbot.keyClicks(popover.field, typed)
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert marked == [mark]


@pytest.mark.parametrize(
    ("typed", "says"), [("zof", "Nobody is called “zof”"), ("mayal", "Maya is late already")]
)
def test_an_empty_list_says_why_and_enter_leaves_it_open(picker, qtbot, typed, says):
    popover, marked = picker
    qtbot.keyClicks(popover.field, typed)
    assert [popover.list.item(0).text(), popover.list.count()] == [says, 1]
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert (marked, popover.isVisible()) == ([], True)


def test_the_field_says_how_it_is_typed(picker):
    popover, _ = picker
    assert popover.field.placeholderText() == "Noor a, or Noor l"
