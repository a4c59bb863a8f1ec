import pytest

from plplanner.ui.screens.rotation.shown_cells import grid_of_lesson, ideas_in, rounds_to_choose
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.ui.screens.rotation.own_ways import plan_student_by_student


@pytest.fixture
def lesson(grouped, stage_on):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made.lesson
    made.be_shown(False)


def test_the_grid_has_a_line_for_each_group_and_ideas_fit_each_cell(lesson):
    rows = grid_of_lesson(lesson)
    assert (len(rows.groups), rows.is_low) == (4, False)
    line = lesson.plan.groups[0]
    assert line.visits[0].task in ideas_in(lesson, line, line.visits[0])


def test_rounds_of_ten_minutes_and_more_can_be_chosen(lesson):
    assert [one.rounds for one in rounds_to_choose(lesson)] == [1, 2, 3]


def test_student_by_student_there_are_as_many_rounds_as_stations_at_most(grouped, stage_on):
    plan_student_by_student(grouped)
    model = TomorrowModel(stage_on(grouped))
    model.be_shown(True)
    rows = grid_of_lesson(model.lesson)
    assert (len(rows.groups), rows.is_low) == (28, True)
    assert [one.rounds for one in rounds_to_choose(model.lesson)] == [1, 2, 3]
    model.be_shown(False)
