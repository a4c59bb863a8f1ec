import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from plplanner.terms import GroupMode
from plplanner.ui.kit.choice_field import ChoiceField, combo_of

WORDS = {GroupMode.ALONE: "Alone", GroupMode.PAIR: "In pairs"}


@pytest.fixture
def field(theme, qtbot):
    made = ChoiceField("Who works", WORDS)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.kept_keys = []
    made.kept.connect(made.kept_keys.append)
    return made


def test_what_the_teacher_chooses_is_told_and_what_is_shown_is_not(field, qtbot):
    field.mark("pair")
    assert (field.field.currentText(), field.kept_keys) == ("In pairs", [])
    qtbot.keyClick(field.field, Qt.Key.Key_Up)
    assert field.kept_keys == ["alone"]
    assert field.field.accessibleName() == "Who works"


def test_the_list_opens_at_a_key(field):
    field.begin()
    assert field.field.view().isVisible()
    field.field.hidePopup()


def test_the_wheel_never_chooses(field):
    field.mark("alone")
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.field, turn)
    assert (field.field.currentText(), field.kept_keys) == ("Alone", [])


def test_a_list_of_words_knows_what_each_stands_for(theme, qtbot):
    made = combo_of(WORDS)
    qtbot.addWidget(made)
    assert [made.itemData(n) for n in range(2)] == ["alone", "pair"]
