import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from plplanner.rotation.printed.queries import lesson_to_print
from plplanner.rotation.rows import SubstituteWords
from plplanner.rotation.substitute.queries import substitute_words
from plplanner.ui.screens.printing.handing_over import (
    SubstituteNotes,
    ask_for_notes,
    hand_over,
    take_back,
)
from tests.builders import MONDAY


def lesson_of(planner):
    return planner.ask(lesson_to_print, class_id=1, day=MONDAY)


def test_a_day_is_handed_over_and_taken_back_as_one_step_each(planned, stage_on):
    stage, before = stage_on(planned), lesson_of(planned)
    hand_over(stage, before)
    assert lesson_of(planned).plan.has_substitute
    assert lesson_of(planned).for_substitute is not None
    take_back(stage, lesson_of(planned))
    assert lesson_of(planned) == before


@pytest.fixture
def panel(qtbot):
    parent, kept = QWidget(), []
    qtbot.addWidget(parent)
    made = SubstituteNotes(SubstituteWords("Blue cart"), on_set=kept.append, parent=parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open_at(QPoint(0, 0), "routines")
    yield made, kept
    made.close()


def test_what_is_written_is_kept_by_the_button(panel, qtbot):
    made, kept = panel
    assert made.fields["where_things"].toPlainText() == "Blue cart"
    qtbot.keyClicks(made.fields["routines"], "Hands up")
    made.set.click()
    assert kept == [SubstituteWords("Blue cart", "Hands up")]
    assert not made.isVisible()


def test_a_click_beside_it_loses_nothing(panel, qtbot):
    made, kept = panel
    qtbot.keyClicks(made.fields["routines"], "Hands up")
    made.close()  # as Qt does at a click beside a popup
    assert kept == [SubstituteWords("Blue cart", "Hands up")]
    made.close()
    assert len(kept) == 1


def test_cancel_keeps_nothing(panel, qtbot):
    made, kept = panel
    qtbot.keyClicks(made.fields["routines"], "Hands up")
    cancel = next(one for one in made.findChildren(QPushButton) if one.text() == "Cancel")
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert (kept, made.isVisible()) == ([], False)


def test_escape_keeps_nothing(panel, qtbot):
    made, kept = panel
    qtbot.keyClick(made.fields["routines"], Qt.Key.Key_Escape)
    assert (kept, made.isVisible()) == ([], False)


def test_the_words_of_the_class_are_asked_for_and_kept(planned, stage_on, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    ask_for_notes(stage_on(planned), parent, QPoint(0, 0), first="spare_day")
    popup = QApplication.activePopupWidget()
    qtbot.keyClicks(popup.fields["spare_day"], "Read.")
    popup.set.click()
    assert planned.ask(substitute_words, class_id=1) == SubstituteWords(spare_day="Read.")
