import pytest

from plplanner.roster.commands import add_students
from plplanner.roster.rows import NewStudent
from plplanner.rotation.stations.commands import set_stations
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.ui.screens.rotation.day_acts import carry_out
from plplanner.ui.screens.rotation.newcomers_day import names_of, said_of
from plplanner.ui.screens.rotation.shown_checks import shown_check
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY
from tests.ui.screens.rotation.own_ways import plan_student_by_student


@pytest.fixture
def own(grouped, stage_on):
    """A day planned student by student, before anyone is new, and what is said."""
    plan_student_by_student(grouped)
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    said = []
    made.stage.wishes.say.connect(said.append)
    made.stage.wishes.warn.connect(lambda problem: said.append(problem.what))
    yield made, said
    made.be_shown(False)


def come_new(model, *names):
    students = [NewStudent("", name) for name in names]
    model.stage.desk.do(add_students, class_id=1, students=students, entered_on=MONDAY)


def first_check(model):
    return shown_check(model, model.lesson.checks.to_look_at[0], print, print)


def test_a_newcomer_gets_her_line_with_one_click_and_one_undo_takes_it_back(own):
    model, said = own
    come_new(model, "Zoë")
    desk, before = model.stage.desk, model.lesson.plan
    digest = desk.planner.digest()
    check = first_check(model)
    assert (check.text, check.button) == ("Zoë is not in this plan yet.", "Add Zoë")
    check.mend()
    assert said == ["Zoë is in the plan."]  # the table is full in every round
    assert desk.undo_label == "Add Zoë to the plan"
    assert set(before.groups) <= set(model.lesson.plan.groups)
    hers = next(one for one in model.lesson.plan.groups if one.identity.word == "Zoë")
    assert all(visit.task for visit in hers.visits)
    assert all("not in this plan" not in one.text for one in model.lesson.checks.to_look_at)
    desk.undo()
    assert (model.lesson.plan, desk.planner.digest()) == (before, digest)


@pytest.mark.long
def test_several_are_counted_and_a_day_without_internet_stays_without(own):
    model, said = own
    carry_out(model, "internet")
    come_new(model, "Zoë", "Leon", "Umut")
    names = names_of(model.lesson, [row.id for row in model.lesson.students][-1:])
    assert names in {row.name for row in model.lesson.students}
    check = first_check(model)
    assert check.button == "Add 3 students"
    check.mend()
    assert said[-1].startswith("3 students are in the plan.")
    assert not model.lesson.plan.has_internet
    assert all("internet" not in one.text for one in model.lesson.checks.to_look_at)


@pytest.mark.long
def test_where_no_seat_is_left_it_is_said(own):
    model, said = own
    few = [
        type(one)(**{**one.__dict__, "seats": 1})
        for one in model.stage.desk.ask(stations_of_class, class_id=1)
    ]
    model.stage.desk.do(set_stations, class_id=1, wanted=few, groups=1, says="Few seats")
    come_new(model, "Zoë")
    first_check(model).mend()
    assert said == ["No station has a seat left for Zoë in every round."]


def test_it_is_said_who_of_them_meets_the_teacher():
    assert said_of("Zoë", 1, 0) == "Zoë is in the plan and meets you."
    assert said_of("Zoë and Leon", 2, 1) == "Zoë and Leon are in the plan. 1 of them meets you."
    assert said_of("3 students", 3, 0) == "3 students are in the plan. 3 of them meet you."
