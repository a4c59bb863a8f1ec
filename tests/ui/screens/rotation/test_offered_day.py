from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from plplanner.problems import Problem
from plplanner.roster.commands import add_students
from plplanner.roster.queries import classes
from plplanner.roster.rows import NewStudent
from plplanner.rotation.drafting.commands import keep_draft
from plplanner.rotation.own_seats.commands import give_own_seat
from plplanner.rotation.pick_tasks import OWN_SEAT
from plplanner.rotation.queries import plan_on
from plplanner.rotation.templates.commands import save_template
from plplanner.rotation.templates.queries import templates_of_class
from plplanner.rotation.templates.rows import DayShape, TemplateStationRow
from plplanner.terms import PlanState, StationKind, Weekday
from plplanner.ui.desk import Desk
from plplanner.ui.screens.rotation.day_acts import acts_of, carry_out, toggle_lock
from plplanner.ui.screens.rotation.offered_day import Offer
from plplanner.ui.screens.rotation.panels.round_lengths import keep_lengths
from plplanner.ui.screens.rotation.planned_lesson import lesson_on
from plplanner.ui.screens.rotation.view import TomorrowScreen
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY, NOW
from tests.ui.screens.rotation.own_ways import plan_student_by_student

NEXT = MONDAY + timedelta(days=7)
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


@pytest.fixture
def model(grouped, stage_on):
    """The Monday after one that was planned student by student."""
    plan_student_by_student(grouped)
    made = TomorrowModel(stage_on(grouped))
    made.stage.choice.choose_day(NEXT)
    made.be_shown(True)
    yield made
    made.be_shown(False)


def ways(planner, day=NEXT):
    """By student: her stations and tasks."""
    return {
        line.student_ids: [(visit.station_name, visit.task) for visit in line.visits]
        for line in planner.ask(plan_on, class_id=1, day=day).groups
    }


def shown_ways(model):
    return {
        line.student_ids: [(visit.station_name, visit.task) for visit in line.visits]
        for line in model.lesson.plan.groups
    }


def is_one_step(model, act, *, called):
    """The act is one step; Undo gives back what was there."""
    before = model.stage.desk.planner.digest()
    act()
    assert model.stage.desk.undo_label == called
    model.stage.desk.undo()
    assert model.stage.desk.planner.digest() == before
    model.stage.desk.redo()


def planned_before(model, kind):
    if kind == "for groups":
        model.write_task(0, 0, "For a group")
    elif kind == "student by student":
        plan_student_by_student(model.stage.desk.planner, day=NEXT)
        model.refresh()


COPIED = "Copy the plan of Mon 23 Nov"


@pytest.mark.parametrize("kind", ["a draft", "for groups", "student by student"])
def test_ways_are_looked_at_as_a_draft_and_kept_in_one_step(model, kind):
    planned_before(model, kind)
    planner = model.stage.desk.planner
    before = planner.digest()
    copy = next(act for act in acts_of(model, is_teaching=False) if act.key == "copy")
    assert copy.why_not == ""
    carry_out(model, "copy")
    assert (model.lesson.offered.words, model.lesson.notes) == ("From Mon 23 Nov", ())
    assert model.lesson.plan.is_own_ways
    assert shown_ways(model) == ways(planner, MONDAY)
    assert "18 of 28 meet you" in model.lesson.checks.quiet
    assert planner.digest() == before
    is_one_step(model, model.keep_offer, called=COPIED)
    assert (model.lesson.draft, model.lesson.offered) == (None, None)
    assert ways(planner) == ways(planner, MONDAY)
    assert planner.findings() == []


def test_a_copy_that_is_left_changes_nothing(model):
    planned_before(model, "for groups")
    before = model.stage.desk.planner.digest()
    carry_out(model, "copy")
    model.leave_offer()
    assert model.stage.desk.planner.digest() == before
    assert not model.lesson.plan.is_own_ways


def send_somewhere(model):
    model.take(0, 0, model.stations(0, 0)[0].key)


@pytest.mark.long
@pytest.mark.parametrize(
    ("act", "changed"),
    [
        (lambda model: model.write_task(2, 1, "Build a bridge"), {2}),
        (lambda model: model.swap(3, 0, 1), {3}),
        (send_somewhere, {0}),
        (lambda model: toggle_lock(model, 4, 2), set()),
        (lambda model: model.mark(PlanState.READY), set()),
        (
            lambda model: keep_lengths(model, [9, 10, 11, 12][: len(model.lesson.plan.rounds)]),
            set(),
        ),
        (lambda model: model.print(), set()),
    ],
    ids=["task", "swap", "send", "lock", "ready", "lengths", "print"],
)
def test_whatever_touches_a_copy_of_ways_keeps_it_and_is_one_step(model, act, changed):
    planner, before = model.stage.desk.planner, model.stage.desk.planner.digest()
    carry_out(model, "copy")
    act(model)
    assert model.lesson.draft is None
    then, now = ways(planner, MONDAY), ways(planner)
    differ = {line for line, student in enumerate(then) if now[student] != then[student]}
    assert differ == changed
    model.stage.desk.undo()
    assert planner.digest() == before


@pytest.mark.long
def test_a_day_without_internet_stays_without_when_ways_are_copied(model):
    carry_out(model, "internet")
    carry_out(model, "copy")
    told = []
    model.stage.wishes.say.connect(told.append)
    is_one_step(model, model.keep_offer, called=COPIED)
    assert told == ["It stays as it was: no internet."]
    assert (model.lesson.plan.has_internet, model.lesson.plan.is_own_ways) == (False, True)
    waits = [visit for line in model.lesson.plan.groups for visit in line.visits if visit.stand_in]
    planned = {visit.planned_task for visit in waits}
    assert planned
    assert planned <= {task for way in ways(model.stage.desk.planner, MONDAY).values()
                       for _, task in way}  # fmt: skip


@pytest.mark.long
def test_who_is_new_has_a_way_in_the_copy_and_a_line_once_it_is_kept(model):
    planner = model.stage.desk.planner
    new = planner.do(add_students, class_id=1, students=[NewStudent("", "Zoë")], entered_on=MONDAY)
    carry_out(model, "copy")
    assert model.lesson.notes == ("Zoë is new, with a way at free seats.",)
    model.keep_offer()
    hers = ways(planner)[tuple(new)]
    assert all(task for _, task in hers)
    then = ways(planner, MONDAY)
    assert {student: ways(planner)[student] for student in then} == then
    assert planner.findings() == []


def seat(planner, student_id, day):
    planner.do(
        give_own_seat, class_id=1, student_id=student_id, starts_on=day, ends_on=day, task="Read",
        playlist_id=None, name="Ada",
    )  # fmt: skip


@pytest.mark.long
def test_who_works_at_an_own_seat_that_day_is_there_and_nobody_keeps_one_of_then(model):
    planner = model.stage.desk.planner
    now, then = (line.student_ids[0] for line in model.stage.desk.ask(
        plan_on, class_id=1, day=MONDAY).groups[:2])  # fmt: skip
    name = next(one.name for one in model.lesson.students if one.id == then)
    seat(planner, now, NEXT)
    seat(planner, then, MONDAY)
    carry_out(model, "copy")
    assert model.lesson.notes == (f"{name} had an own seat then; now with a way at free seats.",)
    assert now not in {line.student_ids[0] for line in model.lesson.plan.groups}
    assert any(words.startswith("At an own seat: ") for words in model.lesson.checks.quiet)
    is_one_step(model, model.keep_offer, called=COPIED)
    seated = {who for who, way in ways(planner).items() if way[0][0] == OWN_SEAT}
    assert (seated, len(ways(planner))) == ({(now,)}, 28)
    assert planner.findings() == []


@pytest.mark.long
def test_a_plan_for_groups_makes_a_day_of_students_one_of_groups_again(grouped, stage_on):
    model = TomorrowModel(stage_on(grouped))
    model.be_shown(True)
    model.mark(PlanState.READY)
    model.stage.choice.choose_day(NEXT)
    planned_before(model, "student by student")
    carry_out(model, "copy")
    assert model.lesson.offered.words == "From Mon 23 Nov"
    assert len(model.lesson.plan.together) == 4
    is_one_step(model, model.keep_offer, called=COPIED)
    assert not model.lesson.plan.is_own_ways
    assert list(ways(grouped).values()) == list(ways(grouped, MONDAY).values())
    model.be_shown(False)


@pytest.mark.long
def test_the_keys_copy_ways_and_keep_them(grouped, stage_on, qtbot):
    plan_student_by_student(grouped)
    plan_student_by_student(grouped, day=NEXT)
    screen = TomorrowScreen(stage_on(grouped))
    screen.stage.choice.choose_day(NEXT)
    qtbot.addWidget(screen)
    screen.show()
    screen.come_up()
    qtbot.waitUntil(screen.isActiveWindow)
    qtbot.keyClick(screen.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert screen.banner.words.text() == "From Mon 23 Nov, not kept yet."
    assert screen.banner.keep.hasFocus()
    qtbot.keyClick(screen.banner.keep, Qt.Key.Key_Space)
    assert screen.stage.desk.undo_label == COPIED
    screen.step_back()
