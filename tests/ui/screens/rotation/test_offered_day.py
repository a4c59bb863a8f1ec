import pytest

from plplanner.problems import Problem
from plplanner.roster.queries import classes
from plplanner.rotation.drafting.commands import keep_draft
from plplanner.rotation.templates.commands import save_template
from plplanner.rotation.templates.queries import templates_of_class
from plplanner.rotation.templates.rows import DayShape, TemplateStationRow
from plplanner.terms import StationKind, Weekday
from plplanner.ui.desk import Desk
from plplanner.ui.screens.rotation.offered_day import Offer
from plplanner.ui.screens.rotation.planned_lesson import lesson_on
from tests.builders import MONDAY, NOW

SHAPE = DayShape(
    minutes=60,
    rounds=2,
    stations=(
        TemplateStationRow("Teacher table", StationKind.TEACHER_LED, "Back table"),
        TemplateStationRow("Together", StationKind.COLLABORATIVE, "Table 3", "Fact game"),
    ),
)


def offered(planner, offer, day=MONDAY):
    desk = Desk(planner)
    return offer.on(desk, desk.ask(classes)[0], day, zone=NOW.tzinfo)


def saved(planner, weekday=None, **shape):
    new = SHAPE if not shape else DayShape(**shape)
    planner.do(save_template, class_id=1, name="Two rounds", shape=new, weekday=weekday)
    return planner.ask(templates_of_class, class_id=1)[0]


def at(lesson, station):
    visits = (visit for line in lesson.plan.groups for visit in line.visits)
    return {visit.task for visit in visits if visit.station_name == station}


def test_a_template_is_looked_at_as_a_draft_and_nothing_is_saved(grouped):
    template, before = saved(grouped), grouped.digest()
    found = offered(grouped, Offer(template))
    assert (found.offered.sign, found.offered.words) == ("Template.", "“Two rounds”")
    assert found.offered.label == "Use “Two rounds”"
    assert (found.draft is not None, len(found.plan.rounds)) == (True, 2)
    assert at(found, "Together") == {"Fact game"}
    assert found.notes == ("More groups than stations in it: On my own, Digital added.",)
    assert grouped.digest() == before


def test_a_template_that_was_taken_back_is_offered_no_longer(grouped):
    template = saved(grouped)
    grouped.undo()
    with pytest.raises(Problem, match="not as it was"):
        offered(grouped, Offer(template))


def test_a_monday_without_an_earlier_plan_says_so(grouped):
    with pytest.raises(Problem, match="No Monday before this one"):
        offered(grouped, Offer())


def test_the_template_of_the_weekday_is_what_a_draft_is_made_in(grouped):
    saved(grouped, Weekday.MONDAY)
    desk = Desk(grouped)
    found = lesson_on(desk, desk.ask(classes)[0], MONDAY, zone=NOW.tzinfo)
    assert (found.template, found.offered, len(found.plan.rounds)) == ("Two rounds", None, 2)
    assert at(found, "Together") == {"Fact game"}
    grouped.do(keep_draft, class_id=1, draft=found.draft)
    tuesday = lesson_on(desk, desk.ask(classes)[0], MONDAY.replace(day=24), zone=NOW.tzinfo)
    assert tuesday.template == ""


def test_a_template_that_does_not_fit_is_left_out_and_the_draft_says_so(grouped):
    saved(grouped, Weekday.MONDAY, minutes=10, rounds=20, stations=())
    desk = Desk(grouped)
    found = lesson_on(desk, desk.ask(classes)[0], MONDAY, zone=NOW.tzinfo)
    assert found.template == ""
    assert found.notes == ("“Two rounds” does not fit: 20 rounds do not fit in 60 minutes.",)
