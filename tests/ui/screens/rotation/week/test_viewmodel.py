from datetime import timedelta

import pytest

from plplanner.calendar.commands import mark_special_day
from plplanner.roster.queries import students_of_class
from plplanner.rotation.drafting.commands import keep_draft
from plplanner.ui.desk import Desk
from plplanner.ui.lesson_choice import LessonChoice
from plplanner.ui.screens.rotation.planned_lesson import lesson_on
from plplanner.ui.screens.rotation.week.viewmodel import WeekModel
from tests.builders import MONDAY, NOW, a_planner
from tests.ui.screens.rotation.own_ways import plan_student_by_student


@pytest.fixture(scope="module")
def planned_week(tmp_path_factory, the_grouped_sample):
    """The bytes of a planner with plans for Monday and Wednesday, and no school on Thursday."""
    folder = tmp_path_factory.mktemp("week")
    with a_planner(folder, holding=the_grouped_sample) as planner:
        desk = Desk(planner)
        school_class = LessonChoice(desk, today=NOW.date()).school_class
        for ahead in (0, 2):
            day = MONDAY + timedelta(days=ahead)
            lesson = lesson_on(desk, school_class, day, zone=None)
            desk.do(keep_draft, class_id=lesson.plan.class_id, draft=lesson.draft)
        desk.do(mark_special_day, day=MONDAY + timedelta(days=3), label="Thanksgiving", minutes=0)
    return planner.path.read_bytes()


@pytest.fixture
def model(planned_week, stage_on, tmp_path):
    with a_planner(tmp_path, holding=planned_week) as planner:
        made = WeekModel(stage_on(planner))
        made.be_shown(True)
        yield made


@pytest.mark.long
def test_the_week_says_which_days_have_plans(model):
    assert [day.state for day in model.days] == [
        "Draft · 3 rounds", "No plan yet", "Draft · 3 rounds", "Thanksgiving", "No plan yet",
    ]  # fmt: skip
    assert [day.is_off for day in model.days] == [False, False, False, True, False]


@pytest.mark.long
def test_each_group_meets_the_teacher_or_has_no_turn(model):
    assert [line.identity.word for line in model.lines] == ["River", "Comet", "Maple", "Kite"]
    monday = [line.cells[0] for line in model.lines]
    assert sorted(cell.words for cell in monday) == [
        "No turn", "Round 1 · 9:10", "Round 2 · 9:25", "Round 3 · 9:40",
    ]  # fmt: skip
    assert {line.cells[1] for line in model.lines} == {None}


def test_a_cell_tells_the_whole_day_of_the_group(model):
    said = model.detail(0, 0)
    assert said.startswith("River, Mon 23 Nov: round 1 ")
    in_order = [row.name for row in model.stage.desk.ask(students_of_class, class_id=1)]
    names = said.split(". ", 1)[1].rstrip(".").replace(" and ", ", ").split(", ")
    assert names == [name for name in in_order if name in names]
    assert len(names) == 7
    assert model.detail(0, 1) == "River is in no plan on Tue 24 Nov."


def test_a_day_opens_on_tomorrow(model):
    rooms = []
    model.stage.wishes.go_to.connect(rooms.append)
    model.open_day(1)
    assert (model.stage.choice.day, rooms) == (MONDAY + timedelta(days=1), ["tomorrow"])


def test_another_week_is_seven_days_on(model):
    model.turn_week(1)
    assert model.days[0].day == MONDAY + timedelta(days=7)
    assert model.lines == ()


@pytest.mark.long
def test_a_day_planned_student_by_student_is_one_line_that_says_how_many_meet_you(model):
    plan_student_by_student(model.stage.desk.planner)
    model.refresh()
    line = model.lines[-1]
    assert line.identity.word == "Student by student"
    assert [cell and cell.words for cell in line.cells] == [
        "18 of 28 meet you", None, None, None, None,
    ]  # fmt: skip
    said = model.detail(len(model.lines) - 1, 0)
    assert said == "Mon 23 Nov is planned student by student: 18 of 28 meet you."
