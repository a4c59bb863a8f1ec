from dataclasses import replace
from datetime import time

import pytest

from plplanner.roster.commands import add_pull_out
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.commands import save_plan, set_task
from plplanner.rotation.drafting.queries import lesson_of_plan, rotation_problem
from plplanner.rotation.lived.commands import let_stand_in
from plplanner.rotation.own_ways import plan_own_ways
from plplanner.rotation.plan_checks import (
    EmptyCell,
    LongerRounds,
    NewLines,
    StationsSetUp,
    WhoComes,
    WorkAlone,
    check_plan,
    visits_of_plan,
)
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import (
    NO_DEVICES,
    NO_INTERNET,
    OUTSIDE_HOURS,
    DeviceCount,
    PlanGroupRow,
    PlanRow,
    VisitRow,
)
from plplanner.rotation.swaps import RoundSwap
from plplanner.terms import PlanState, StationKind, Weekday, own_identity
from tests.builders import MONDAY, a_planner, saved_groups
from tests.rotation.own_ways_lessons import a_student, own_lesson


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def a_plan(planner):
    """A saved plan with a task in every cell; answers the plan's class."""
    groups = saved_groups(planner)
    problem = planner.ask(rotation_problem, class_id=groups.class_id, day=MONDAY, groups=groups)
    proposal = build_rotation(problem)
    planner.do(
        save_plan,
        class_id=groups.class_id,
        group_set_id=groups.id,
        problem=problem,
        proposal=proposal,
        tasks={(v.group_id, v.round_number): "Read" for v in proposal.visits},
        when_done="Read.",
    )
    return planner.ask(plan_on, class_id=groups.class_id, day=MONDAY)


def checks_of(planner, class_id):
    plan = planner.ask(plan_on, class_id=class_id, day=MONDAY)
    return check_plan(plan, planner.ask(lesson_of_plan, plan=plan))


def test_a_plan_with_nothing_wrong_says_quietly_what_is_right(planner):
    checks = checks_of(planner, a_plan(planner).class_id)
    assert checks.to_look_at == ()
    assert "Every group has a task in every round" in checks.quiet
    assert any(words.startswith("Time fits: ") for words in checks.quiet)


def test_a_cell_without_a_task_is_named_and_can_be_filled(planner):
    plan = a_plan(planner)
    where = {"group_id": plan.groups[0].group_id, "round_number": 2}
    planner.do(set_task, plan_id=plan.id, task="", **where)
    checks = checks_of(planner, plan.class_id)
    (check,) = checks.to_look_at
    assert (check.text, check.mend) == ("River, round 2 has no task.", EmptyCell(**where))
    assert "Every group has a task in every round" not in checks.quiet


def test_a_student_out_at_the_teacher_table_offers_a_swap(planner):
    plan = a_plan(planner)
    line, visit = next(
        (line, visit)
        for line in plan.groups
        for visit in line.visits
        if visit and visit.station_kind is StationKind.TEACHER_LED
    )
    row = next(row for row in plan.rounds if row.number == visit.round_number)
    planner.do(
        add_pull_out,
        student_id=line.student_ids[0],
        weekday=Weekday.MONDAY,
        starts_at=row.starts_at,
        ends_at=row.starts_at.replace(minute=row.starts_at.minute + 5),
        label="Ms. R",
    )
    (check,) = checks_of(planner, plan.class_id).to_look_at
    assert "is out" in check.text
    assert isinstance(check.mend, RoundSwap)


def test_many_large_groups_are_one_remark(planner):
    plan = a_plan(planner)
    problem = planner.ask(lesson_of_plan, plan=plan)
    large = replace(problem, groups=tuple(replace(g, size=9) for g in problem.groups))
    found = [one for one in check_plan(plan, large).to_look_at if "teacher table" in one.text]
    assert [one.mend for one in found] == [WhoComes()]


def with_turns(planner, *, away=(), met=()):
    """A plan, and its lesson on a day without the groups at these places."""
    plan = a_plan(planner)
    problem = planner.ask(lesson_of_plan, plan=plan)
    return plan, replace(
        problem,
        groups=tuple(
            replace(group, size=0) if place in away else group
            for place, group in enumerate(problem.groups)
        ),
    )


def test_who_is_away_leaves_the_turn_to_a_group_that_has_none(planner):
    plan, lesson = with_turns(planner, away=(0,))
    led = next(row for row in lesson.stations if row.kind is StationKind.TEACHER_LED)
    others = [row for row in lesson.stations if row is not led]
    # The second group never comes to the teacher.
    elsewhere = replace(plan.groups[1].visits[0], station_name=others[0].name)
    second = replace(
        plan.groups[1],
        visits=tuple(
            visit
            if visit.station_name != led.name
            else replace(elsewhere, round_number=visit.round_number)
            for visit in plan.groups[1].visits
        ),
    )
    plan = replace(plan, groups=(plan.groups[0], second))
    found = next(one for one in check_plan(plan, lesson).to_look_at if "no students" in one.text)
    number = next(v.round_number for v in plan.groups[0].visits if v.station_name == led.name)
    assert found.mend.comes == ((second.group_id, number),)
    word = second.identity.word
    assert f"{word} could come in round {number}. Nobody else moves." in found.text
    spread = check_plan(replace(plan, part=1, parts=2), lesson).to_look_at
    found = next(one for one in spread if "no students" in one.text)
    assert (found.mend, found.next_step) == (None, "Every group comes to you on one of these days.")


def test_where_everyone_meets_the_teacher_the_turn_of_who_is_away_is_free(planner):
    plan, lesson = with_turns(planner, away=(0,))
    found = next(one for one in check_plan(plan, lesson).to_look_at if "no students" in one.text)
    assert found.mend is None
    assert found.next_step == "Everyone else meets you in another round: this one is free."


def test_groups_that_are_away_are_one_remark(planner):
    plan, lesson = with_turns(planner, away=(0, 1))
    words = sorted(line.identity.word for line in plan.groups)
    (found,) = [one for one in check_plan(plan, lesson).to_look_at if "no students" in one.text]
    assert found.text == (
        f"{words[0]} and {words[1]} have no students today and are planned at the teacher table."
    )


def test_who_is_called_to_the_table_ends_the_remark_on_large_groups(planner):
    plan = a_plan(planner)
    problem = planner.ask(lesson_of_plan, plan=plan)
    large = replace(problem, groups=tuple(replace(g, size=9) for g in problem.groups))
    checks = check_plan(plan, large, called=["Ana", "Ben", "Cy", "Dee", "Eli", "Flo"])
    assert not [one for one in checks.to_look_at if isinstance(one.mend, WhoComes)]
    assert "Called to the teacher table: Ana, Ben, Cy, Dee and 2 more" in checks.quiet


def test_a_saved_plan_reads_back_as_visits_of_its_lesson(planner):
    plan = a_plan(planner)
    visits = visits_of_plan(plan, planner.ask(lesson_of_plan, plan=plan))
    assert len(visits) == sum(visit is not None for line in plan.groups for visit in line.visits)


def test_without_internet_a_task_that_needs_it_is_named_until_something_stands_in(planner):
    plan = a_plan(planner)
    cell = (plan.groups[0].group_id, 2)
    out = {"plan_id": plan.id, "why": NO_INTERNET, "says": "No internet today"}
    planner.do(let_stand_in, tasks={}, **out)
    now = planner.ask(plan_on, class_id=plan.class_id, day=MONDAY)
    problem = planner.ask(lesson_of_plan, plan=now)
    waiting = check_plan(now, problem, {"Read": True}).to_look_at
    assert len(waiting) == sum(len(line.visits) for line in plan.groups)
    assert not any("internet" in one for one in check_plan(now, problem, {"Read": True}).quiet)
    none_needs_it = check_plan(now, problem, {"Read": False}).quiet
    assert none_needs_it[0] == "No internet: no task needs it"
    check = next(one for one in waiting if one.mend == EmptyCell(*cell))
    assert check.text == "River, round 2 needs internet: Read."
    planner.do(let_stand_in, tasks={cell: "Draw"}, **out)
    checks = checks_of(planner, plan.class_id)
    assert checks.to_look_at == ()
    assert checks.quiet[0] == "No internet: 1 task replaced"


def test_who_is_out_is_said_with_the_stations_that_have_nobody(planner):
    plan = a_plan(planner)
    visit = plan.groups[0].visits[0]
    cell = (plan.groups[0].group_id, visit.round_number)
    planner.do(let_stand_in, plan_id=plan.id, why="Ms. R", tasks={cell: "Draw"}, says="Out")
    words = f"Ms. R is out: {visit.station_name} without an adult"
    assert checks_of(planner, plan.class_id).quiet[0] == words


def test_short_rounds_become_longer_over_days_or_fewer(planner):
    plan = a_plan(planner)
    short = replace(plan, rounds=tuple(replace(row, minutes=9) for row in plan.rounds))
    found = check_plan(short, planner.ask(lesson_of_plan, plan=plan)).to_look_at
    assert LongerRounds(rounds=1) in [one.mend for one in found]
    cramped = replace(short, minutes=12)
    found = check_plan(cramped, planner.ask(lesson_of_plan, plan=plan)).to_look_at
    assert LongerRounds(rounds=None) in [one.mend for one in found]


def test_student_by_student_it_is_said_who_meets_the_teacher_and_who_does_not():
    students = tuple(a_student(n) for n in range(1, 10))
    lesson = own_lesson(students, rounds=1, minutes=30)
    made = plan_own_ways(lesson)
    stations = {one.station_id: one for one in lesson.stations}
    plan = PlanRow(
        1, 1, "Math", "", lesson.day, PlanState.DRAFT, lesson.starts_at, 30, made.rounds,
        tuple(
            PlanGroupRow(
                visit.group_id, own_identity(f"S{-visit.group_id:02}"), (-visit.group_id,),
                (VisitRow(1, stations[visit.station_id].name, stations[visit.station_id].kind,
                          "", "Read"),), is_own_way=True,
            )
            for visit in made.visits
        ), "Read.",
    )  # fmt: skip
    quiet = check_plan(plan, lesson).quiet
    assert quiet[0] == "6 of 9 meet you"
    assert quiet[1].startswith("Not today: S0")
    assert "Every student has a task in every round" in quiet


@pytest.mark.parametrize(
    ("names", "says"),
    [
        ("Zoë", "Zoë is not in this plan yet."),
        ("Zoë Leo", "Zoë and Leo are not in this plan yet."),
        ("A B C D E F", "A, B, C, D and 2 more are not in this plan yet."),
    ],
)
def test_who_is_new_and_has_no_line_comes_first(names, says):
    lesson = own_lesson([a_student(1)])
    plan = PlanRow(1, 1, "Math", "", MONDAY, PlanState.READY, lesson.starts_at, 75, (), (), "")
    new = dict(enumerate(names.split(), start=7))
    first = check_plan(plan, lesson, new=new).to_look_at[0]
    assert (first.text, first.mend) == (says, NewLines(tuple(new)))


def test_a_station_that_does_not_say_what_comes_when_done_is_set_up_in_its_panel():
    lesson = own_lesson([a_student(1)], rounds=1)
    silent = replace(lesson, stations=tuple(replace(s, when_done="") for s in lesson.stations))
    made = plan_own_ways(silent)
    here = silent.stations[made.visits[0].station_id - 1]
    visit = VisitRow(1, here.name, here.kind, "", "Read")
    lines = (PlanGroupRow(-1, own_identity("S01"), (1,), (visit,), is_own_way=True),)
    plan = PlanRow(1, 1, "Math", "", MONDAY, PlanState.READY, silent.starts_at, 75, made.rounds,
                   lines, "")  # fmt: skip
    mends = {check.text: check.mend for check in check_plan(plan, silent).to_look_at}
    assert [mend for text, mend in mends.items() if "when done" in text] == [StationsSetUp()]


def checks_with_ms_r(planner, plan, lines=slice(None), **hours):
    """The remarks on Ms. R, who is needed where the groups work together and has these hours."""
    problem = planner.ask(lesson_of_plan, plan=plan)
    needed = {"adult": "Ms. R", "needs_adult": True, **hours}
    problem = replace(
        problem,
        groups=problem.groups[lines],
        stations=tuple(
            replace(one, **needed) if one.kind is StationKind.COLLABORATIVE else one
            for one in problem.stations
        ),
    )
    found = check_plan(replace(plan, groups=plan.groups[lines]), problem).to_look_at
    return [one for one in found if "Ms. R is at" in one.text]


def test_who_comes_before_the_adult_is_there_swaps_rounds(planner):
    plan = a_plan(planner)
    early = next(
        place
        for place, line in enumerate(plan.groups)
        if line.visits[0].station_kind is StationKind.COLLABORATIVE
    )
    then = plan.rounds[1].starts_at
    (check,) = checks_with_ms_r(planner, plan, slice(early, early + 1), adult_from=then)
    assert "round 1" in check.text
    assert check.mend == RoundSwap(1, 2, (plan.groups[early].group_id,))


def test_where_no_swap_helps_they_may_work_alone_and_then_nobody_is_missed(planner):
    plan = a_plan(planner)
    (both,) = checks_with_ms_r(planner, plan, adult_from=time(20))
    (first, one), (second, two) = both.mend.cells
    assert both.mend == WorkAlone(((first, one), (second, two)))
    settle = {"plan_id": plan.id, "says": "Let them work alone"}
    planner.do(let_stand_in, why=NO_INTERNET, tasks={(first, one): "Draw"}, **settle)
    plan = planner.ask(plan_on, class_id=plan.class_id, day=MONDAY)
    assert checks_with_ms_r(planner, plan, adult_from=time(20)) == [both]
    planner.do(let_stand_in, why=OUTSIDE_HOURS, tasks={(first, one): "Draw"}, **settle)
    checks = checks_of(planner, plan.class_id)
    assert [words for words in checks.quiet if words.endswith(f"without an adult in round {one}")]
    plan = planner.ask(plan_on, class_id=plan.class_id, day=MONDAY)
    (left,) = checks_with_ms_r(planner, plan, adult_from=time(20))
    assert left.mend == WorkAlone(((second, two),))


def checks_with_devices(planner, plan, working, each=1):
    """What is said of a plan whose groups work together on so many devices."""
    problem = planner.ask(lesson_of_plan, plan=plan)
    stations = tuple(
        replace(one, kind=StationKind.DIGITAL) if one.kind is StationKind.COLLABORATIVE else one
        for one in problem.stations
    )
    devices = DeviceCount(working, each)
    return check_plan(plan, replace(problem, stations=stations, devices=devices))


def about_devices(checks):
    return [one for one in checks.to_look_at if "work" in one.text and "need" in one.text]


def test_devices_that_suffice_are_told_quietly_and_too_few_can_be_shared(planner):
    plan = a_plan(planner)
    size = max(len(line.student_ids) for line in plan.groups)
    enough = checks_with_devices(planner, plan, size)
    assert about_devices(enough) == []
    assert f"Devices: {size} of {size} at most" in enough.quiet
    (few,) = about_devices(checks_with_devices(planner, plan, size - 1))
    assert few.mend.is_shared_enough
    shared = checks_with_devices(planner, plan, size - 1, 2)
    assert about_devices(shared) == []
    (none,) = about_devices(checks_with_devices(planner, plan, 0))
    assert none.text.startswith("No device works; ")
    assert not none.mend.is_shared_enough
    uncounted = checks_with_devices(planner, plan, None)
    assert not any(words.startswith("Devices") for words in uncounted.quiet)


def test_who_works_on_paper_needs_no_device_and_it_is_said_where(planner):
    plan = a_plan(planner)
    (none,) = about_devices(checks_with_devices(planner, plan, 0))
    tasks = dict.fromkeys(none.mend.cells, "Draw")
    planner.do(let_stand_in, plan_id=plan.id, why=NO_DEVICES, tasks=tasks, says="Work on paper")
    plan = planner.ask(plan_on, class_id=plan.class_id, day=MONDAY)
    checks = checks_with_devices(planner, plan, 0)
    assert about_devices(checks) == []
    assert [words for words in checks.quiet if " on paper in round" in words]
    assert not any(words.startswith("Devices") for words in checks.quiet)
