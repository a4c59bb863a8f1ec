import datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget

from plplanner.importing.header_words import ColumnRole
from plplanner.importing.rows import AssessmentRead, ColumnRead
from plplanner.library.rows import StandardRow
from plplanner.ui.screens.importing.column_choice import ColumnChoice

QUIZ = ColumnRead("Quiz (12)", ColumnRole.SCORE, assessment=AssessmentRead("Quiz", 10))


@pytest.fixture
def told():
    return []


@pytest.fixture
def choice_of(theme, qtbot, told):
    anchor = QWidget()
    qtbot.addWidget(anchor)
    anchor.resize(900, 600)
    anchor.show()

    def build(column, **more):
        choice = ColumnChoice(
            column,
            standards=[StandardRow(1, "3.NF.1", "Fractions", "I can cut", {})],
            on_told=told.append,
            parent=anchor,
            **{"only_scores": False, **more},
        )
        choice.open_below(anchor)
        return choice

    return build


def test_an_assessment_starts_at_its_standard(choice_of, told, qtbot):
    choice = choice_of(QUIZ)
    choice.standard.setText("3.NF.1 · I can cut")
    choice.points.setText("12")
    choice.taken_on.setDate(QDate(2026, 11, 20))
    qtbot.keyClick(choice.standard, Qt.Key.Key_Return)
    (column,) = told
    assert column.assessment == AssessmentRead(
        "Quiz", 12, datetime.date(2026, 11, 20), standards=("3.NF.1",)
    )


def test_escape_drops_what_was_filled_in(choice_of, told, qtbot):
    choice = choice_of(QUIZ)
    choice.points.setText("12")
    qtbot.keyClick(choice, Qt.Key.Key_Escape)
    assert told == []


def test_done_without_a_change_tells_nothing(choice_of, told, qtbot):
    qtbot.mouseClick(choice_of(QUIZ).done, Qt.MouseButton.LeftButton)
    assert told == []


def test_a_skipped_column_has_no_fields(choice_of, told):
    choice = choice_of(QUIZ)
    choice.role.setCurrentIndex(choice.role.findData(ColumnRole.LEFT_OUT))
    assert choice.title.isHidden()
    choice.close()
    assert told[0].role is ColumnRole.LEFT_OUT


def test_some_files_only_let_scores_be_told(choice_of):
    choice = choice_of(QUIZ, only_scores=True)
    assert choice.role.count() == 2
    assert choice.role.accessibleName() == "This column is"


def test_several_standards_are_taken_known_or_new(choice_of, told, qtbot):
    choice = choice_of(QUIZ)
    choice.standard.setText("3.NF")
    choice.standard.take_code("3.NF.1 · I can cut")
    choice.standard.setText(f"{choice.standard.text()}, 3.NF.9")
    qtbot.keyClick(choice.standard, Qt.Key.Key_Return)
    assert told[0].assessment.standards == ("3.NF.1", "3.NF.9")
