from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from plplanner.roster.commands import mark_absent
from plplanner.ui.screens.rotation.lone_group import LoneGroupLine
from plplanner.ui.screens.rotation.planned_lesson import lesson_on
from tests.builders import MONDAY


@pytest.fixture
def alone_on(planned, stage_on, qtbot):
    """The line, and a way to look again; all but one of the first group are absent."""
    stage = stage_on(planned)
    line = LoneGroupLine(stage)
    qtbot.addWidget(line)

    def look():
        lesson = lesson_on(stage.desk, stage.choice.school_class, MONDAY, zone=None)
        line.show_lesson(lesson)
        return lesson

    for student_id in look().plan.groups[0].student_ids[1:]:
        planned.do(mark_absent, student_id=student_id, day=MONDAY, name="Ada")
    return line, look


def press(line, says):
    next(one for one in line.findChildren(QPushButton) if one.text() == says).click()


def test_who_is_left_of_a_group_works_with_another_today_and_undo_takes_it_back(alone_on, planned):
    line, look = alone_on
    assert line.isHidden()
    lesson = look()
    assert not line.isHidden()
    group, name = lesson.plan.groups[0], {row.id: row.name for row in lesson.students}
    words = line.banner.label.text()
    left = name[group.student_ids[0]]
    assert words.startswith(f"Only {left} of {group.identity.word} is here. Work with ")
    press(line, "Do it")
    assert planned.undo_label.startswith(f"Let {left} work with ")
    assert group.student_ids[0] not in look().plan.groups[0].student_ids
    # Nobody is left of the group, and its turn with the teacher is the next thing to think of.
    words = line.banner.label.text()
    assert words.startswith(f"{group.identity.word} has no students today. ")
    planned.undo()
    look()
    assert line.banner.label.text().startswith(f"Only {left} ")


@pytest.mark.long
def test_what_is_left_is_not_suggested_again_until_somebody_else_is_away(alone_on):
    line, look = alone_on
    look()
    press(line, "Leave")
    look()
    assert line.isHidden()


def test_a_draft_and_another_day_suggest_nothing(alone_on):
    line, look = alone_on
    lesson = look()
    line.show_lesson(replace(lesson, draft=object()))
    assert line.isHidden()
    line.show_lesson(None)
    assert line.isHidden()


@pytest.fixture
def away_on(planned, stage_on, qtbot):
    """The line and a way to look again; nobody is here of the group that comes in round 2."""
    stage = stage_on(planned)
    line = LoneGroupLine(stage)
    qtbot.addWidget(line)

    def look(over=()):
        lesson = lesson_on(stage.desk, stage.choice.school_class, MONDAY, zone=None)
        line.show_lesson(lesson, over)
        return lesson

    coming = next(
        group for group in look().plan.groups if group.visits[1].station_name == "Teacher table"
    )
    for student_id in coming.student_ids:
        planned.do(mark_absent, student_id=student_id, day=MONDAY, name="Ada")
    return line, look, coming


def test_nobody_of_a_group_is_here_and_another_may_come_to_the_teacher(away_on):
    line, look, away = away_on
    wanted = []
    line.come_wanted.connect(wanted.append)
    look()
    words = line.banner.label.text()
    assert words.startswith(f"{away.identity.word} has no students today. ")
    assert words.endswith(" could come in round 2. Nobody else moves.")
    press(line, "Do it")
    (instead,) = wanted
    assert (instead.instead_of, instead.comes[0][1]) == ((away.group_id,), 2)


def test_once_the_round_is_over_nobody_is_asked_to_come(away_on):
    line, look, _ = away_on
    look(over=(1,))
    assert not line.isHidden()
    look(over=(1, 2))
    assert line.isHidden()
