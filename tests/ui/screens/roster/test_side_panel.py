from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCompleter, QLabel

from plplanner.roster.rows import StudentRow, WeeklyPullOutRow
from plplanner.terms import MasteryLevel, Weekday
from plplanner.ui.screens.roster.side_panel import StudentPanel
from plplanner.ui.screens.roster.student_lines import ScoreLine, StudentDetails, StudentLine


def details(*, scores=(), pull_outs=(), **parts):
    student = StudentRow(
        **{
            "id": 1, "name": "<b>Ann", "last": "Lee", "first": "<b>Ann", "suffix": "",
            "nickname": "", "roster_number": 1, "home_language": "en",
            "ids": {"sis_user_id": "304"}, **parts,
        }
    )  # fmt: skip
    return StudentDetails(StudentLine(student, None, 0), ("Math 3",), pull_outs, scores)


@pytest.fixture
def panel(theme, qtbot):
    made = StudentPanel(theme)
    qtbot.addWidget(made)
    made.resize(320, 600)
    return made


def words_of(panel):
    QApplication.processEvents()  # a layout shows what is new to it a moment later
    return [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]


def test_names_are_literal_and_ids_are_named(panel):
    panel.show_details(details())
    panel.show()
    words = words_of(panel)
    assert "<b>Ann" in words
    assert "SIS user id 304" in words
    assert "No scores yet. A gradebook brings them." in words


def test_scores_and_times_out_are_said_in_words(panel):
    out = WeeklyPullOutRow(Weekday.MONDAY, time(9, 5), time(9, 25), "Ms. R")
    score = ScoreLine("Exit ticket", date(2026, 11, 19), "3 of 5", MasteryLevel.NEARLY)
    panel.show_details(details(pull_outs=(out,), scores=(score,)))
    panel.show()
    words = words_of(panel)
    assert panel.out.field.text() == "Mon 9:05–9:25 Ms. R"
    assert "Ms. R" in panel.out.field.toolTip()
    assert words[-2:] == ["Exit ticket", "3 of 5, nearly, Thu 19 Nov"]
    assert panel.grab().width() == 320


def test_times_out_of_the_room_are_typed_and_what_cannot_be_read_is_said(panel, qtbot):
    panel.show_details(details())
    panel.show()
    told = []
    panel.pull_outs_kept.connect(told.append)
    qtbot.keyClicks(panel.out.field, "Mon at nine")
    qtbot.keyClick(panel.out.field, Qt.Key.Key_Return)
    assert told == []
    assert panel.out.error.text().startswith("“Mon at nine” is no day and time.")
    panel.out.field.setText("Mon 9:05–9:25 Ms. R")
    qtbot.keyClick(panel.out.field, Qt.Key.Key_Return)
    assert told == [(WeeklyPullOutRow(Weekday.MONDAY, time(9, 5), time(9, 25), "Ms. R"),)]


def test_a_nickname_typed_is_told(panel, qtbot):
    panel.show_details(details())
    panel.show()
    told = []
    panel.nickname_kept.connect(told.append)
    qtbot.keyClicks(panel.nickname.field, "Annie")
    qtbot.keyClick(panel.nickname.field, Qt.Key.Key_Return)
    assert told == ["Annie"]


@pytest.mark.parametrize(("tag", "name"), [("en", "English"), ("es", "Spanish"), ("qqq", "qqq")])
def test_the_home_language_is_shown_by_its_name(panel, tag, name):
    panel.show_details(details(home_language=tag))
    assert panel.language.field.text() == name


def test_a_language_is_typed_by_name_or_tag_and_kept_as_its_tag(panel, qtbot):
    panel.show_details(details())
    panel.show()
    told = []
    panel.language_kept.connect(told.append)
    for typed, shown in (("spanish", "Spanish"), ("AR", "Arabic"), ("qqq-Latn", "qqq-Latn")):
        panel.language.begin()
        qtbot.keyClicks(panel.language.field, typed)
        qtbot.keyClick(panel.language.field, Qt.Key.Key_Return)
        assert panel.language.field.text() == shown
    assert told == ["es", "ar", "qqq-Latn"]
    qtbot.keyClicks(panel.language.field, "!")
    qtbot.keyClick(panel.language.field, Qt.Key.Key_Return)
    words = "Type a language such as Spanish, or its tag such as es."
    assert (panel.language.error.text(), len(told)) == (words, 3)


def test_a_language_is_chosen_from_the_list_by_any_of_its_letters(panel, qtbot):
    panel.show_details(details())
    panel.show()
    panel.activateWindow()
    told = []
    panel.language_kept.connect(told.append)
    panel.language.begin()
    qtbot.keyClicks(panel.language.field, "creole")
    popup = panel.language.field.findChild(QCompleter).popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told == ["ht"])


def test_without_a_student_the_panel_is_gone(panel):
    panel.show_details(details())
    panel.show_details(None)
    assert panel.isHidden()


def test_one_of_two_of_the_same_name_says_what_the_number_is(panel):
    panel.show_details(details(name="Maria 35", first="Maria", roster_number=35))
    panel.show()
    assert panel.same_name.isVisible()
    panel.show_details(details(name="Maria Go.", first="Maria", last="Gomez"))
    assert not panel.same_name.isVisible()
