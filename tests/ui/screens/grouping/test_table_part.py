import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from plplanner.grouping.called import Called
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel
from plplanner.ui.screens.grouping.table_part import TablePart
from plplanner.ui.screens.grouping.teacher_table import TableShown

LOW = MasteryLevel.NOT_YET
ANA = Called(7, "<b>Ana", LOW, "1/5, not yet", "1/5, not yet", GROUP_IDENTITIES[0])
BEN = Called(9, "Ben", LOW, "2/5, not yet, close to nearly", "2/5, not yet")
SHOWN = TableShown("Teacher table today", "2 students are not yet there.", (ANA, BEN), (BEN,))


@pytest.fixture
def part(qtbot, theme):
    made = TablePart(theme)
    qtbot.addWidget(made)
    made.show_table(SHOWN)
    made.show()
    return made


def named(part, says):
    found = [one for one in part.findChildren(QAbstractButton) if one.accessibleName() == says]
    return next((one for one in found if not one.isHidden()), None)


def test_who_is_called_is_said_with_evidence_and_group_and_literally(part):
    words = [label.text() for label in part.findChildren(QLabel)]
    assert {"<b>Ana", "1/5, not yet", GROUP_IDENTITIES[0].word, "in no group"} <= set(words)


@pytest.mark.parametrize(
    ("says", "signal"),
    [
        ("Add a student", "add_wanted"),
        ("Keep this list", "keep_wanted"),
        ("Copy the names", "copy_wanted"),
        ("Mixed groups of 5–8 for the stations", "mixed_wanted"),
    ],
)
def test_what_can_be_done_is_told_by_keyboard_too(part, qtbot, says, signal):
    with qtbot.waitSignal(getattr(part, signal)):
        qtbot.keyClick(named(part, says), Qt.Key.Key_Return)


def test_a_student_is_taken_off_and_found_by_a_click(part, qtbot):
    with qtbot.waitSignal(part.off_wanted) as off:
        qtbot.mouseClick(named(part, "Take Ben off the list"), Qt.MouseButton.LeftButton)
    label = next(one for one in part.findChildren(QLabel) if one.text() == "Ben")
    with qtbot.waitSignal(part.chosen) as chosen:
        qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert (off.args, chosen.args) == ([9], [9])


def test_a_kept_list_can_be_removed_and_one_by_hand_suggested_again(part):
    part.show_table(TableShown("T", "Kept.", (ANA,), (), is_kept=True, has_mixed_groups=True))
    assert named(part, "Remove list")
    assert not named(part, "Mixed groups of 5–8 for the stations")
    part.show_table(TableShown("T", "By you.", (ANA,), (), is_by_hand=True))
    assert named(part, "Suggest the list again")
