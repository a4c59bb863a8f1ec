from dataclasses import replace
from datetime import date, time

from plplanner.rotation.rows import (
    NO_DEVICES,
    NO_INTERNET,
    OUTSIDE_HOURS,
    SUBSTITUTE,
    GroupToRotate,
    PlanGroupRow,
    PlanRow,
    PullOutWindow,
    RotationProblem,
    RoundRow,
    StationToVisit,
    TimedRound,
    VisitRow,
)
from plplanner.terms import GROUP_IDENTITIES, PlanState, StationKind
from plplanner.ui.screens.rotation.grid_rows import (
    NOT_TODAY,
    closing_of,
    grid_of,
    names_in_order,
    turns_of,
)

MONDAY = date(2026, 11, 23)
LED = VisitRow(1, "Teacher table", StationKind.TEACHER_LED, "Back table", "Fair shares")
ALONE = VisitRow(2, "On my own", StationKind.INDEPENDENT, "My desk", "")
PLAN = PlanRow(
    1, 1, "Math P2", "Math", MONDAY, PlanState.DRAFT, time(9), 60,
    (RoundRow(1, time(9, 10), 13), RoundRow(2, time(9, 25), 13)),
    (PlanGroupRow(5, GROUP_IDENTITIES[0], (1, 2), (LED, ALONE)),
     PlanGroupRow(6, GROUP_IDENTITIES[1], (3,), (ALONE, None))),
    "Read.",
)  # fmt: skip
NAMES = {1: "Ana G.", 2: "Maya", 3: "Theo"}


def grid(*outs, stations=(), plan=PLAN, **more):
    group = GroupToRotate(5, "river", "River", 2, 1, pull_outs=outs)
    problem = RotationProblem(MONDAY, time(9), 60, (group,), tuple(stations))
    return grid_of(plan, problem, NAMES, {(5, 2): 3}, **more)


def test_heads_say_when_and_how_long():
    rows = grid()
    assert (rows.launch.time, rows.rounds[0].time) == ("9:00–9:08 · 8 min", "9:10–9:23 · 13 min")
    assert closing_of(PLAN).time == "9:55 · 5 min"


def test_cells_carry_station_task_place_and_ideas():
    (led, alone), (_, nothing) = grid().cells
    assert (led.icon, led.task, led.place, led.is_led) == (
        "teacher", "Fair shares", "Back table", True,
    )  # fmt: skip
    assert (alone.task, alone.hint, nothing) == ("", "3 ideas fit", None)


def test_who_is_out_is_told_by_the_rounds_that_are_held():
    out = PullOutWindow("Maya", time(9, 5), time(9, 30))
    later = TimedRound(1, time(9, 40), time(10))
    assert [cell.note for cell in grid(out, held=[later]).cells[0]] == ["", ""]
    longer = [TimedRound(1, time(9, 10), time(9, 28)), TimedRound(2, time(9, 30), time(9, 38))]
    assert [cell.note for cell in grid(out, held=longer).cells[0]] == ["Maya out until 9:30", ""]


def test_an_adult_who_is_needed_and_gone_by_the_rounds_that_are_held_is_told():
    desk = StationToVisit(
        3, "On my own", StationKind.INDEPENDENT, "My desk",
        adult="Ms. R", adult_until=time(9, 40), needs_adult=True,
    )  # fmt: skip

    def notes(station, second_ends, *outs):
        held = [TimedRound(1, time(9, 10), time(9, 23)), TimedRound(2, time(9, 27), second_ends)]
        return [(c.note, c.warns) for c in grid(*outs, stations=[station], held=held).cells[0]]

    assert notes(desk, time(9, 40, 20)) == [("", False), ("", False)]
    assert notes(desk, time(9, 41)) == [("", False), ("Ms. R until 9:40", True)]
    assert notes(replace(desk, needs_adult=False), time(9, 41))[1] == ("", False)
    out = PullOutWindow("Maya", time(9, 20), time(9, 30))
    assert notes(desk, time(9, 41), out)[1] == ("Maya out until 9:30", True)
    assert grid(stations=[desk]).cells[0][1].note == "", "as it is planned the checks say it"


def test_who_is_out_warns_only_at_the_teacher_table():
    led, alone = grid(PullOutWindow("Maya", time(9, 5), time(9, 30))).cells[0]
    assert (led.note, led.warns) == ("Maya out until 9:30", True)
    assert (alone.note, alone.warns) == ("Maya out until 9:30", False)
    assert grid(PullOutWindow("Maya", time(9, 50), time(9, 55))).cells[0][0].note == ""


def test_students_who_left_the_class_are_not_named():
    short = {1: "Ana G."}
    problem = RotationProblem(MONDAY, time(9), 60, (), ())
    assert grid_of(PLAN, problem, short, {}).groups[0].names == ("Ana G.",)


def test_names_stand_in_the_order_of_the_class_whatever_the_order_of_the_group():
    by_surname = {2: "Maya", 3: "Theo", 1: "Ana G."}
    assert names_in_order((1, 2), by_surname) == ("Maya", "Ana G.")
    problem = RotationProblem(MONDAY, time(9), 60, (), ())
    assert grid_of(PLAN, problem, by_surname, {}).groups[0].names == ("Maya", "Ana G.")


def test_a_place_that_the_station_names_is_not_said_again():
    together = replace(LED, station_name="Together, table 4", place="Table 4")
    plan = replace(PLAN, groups=(replace(PLAN.groups[0], visits=(together, ALONE)),))
    problem = RotationProblem(MONDAY, time(9), 60, (), ())
    assert grid_of(plan, problem, NAMES, {}).cells[0][0].place == ""


def test_the_strip_says_who_meets_the_teacher_and_when_the_others_do():
    tuesday = date(2026, 11, 24)
    river, comet = turns_of(PLAN, {6: tuesday})
    assert (river.when, river.works_on) == ("Round 1", "Fair shares")
    assert (comet.when, comet.works_on) == (NOT_TODAY, "Tuesday, first")
    assert turns_of(PLAN, {})[1].works_on == "Take a moment with it"
    twice = replace(PLAN.groups[0], visits=(LED, replace(LED, round_number=2)))
    found = turns_of(replace(PLAN, groups=(twice,)), {})[0]
    assert (found.when, found.works_on) == ("Rounds 1 and 2", "Fair shares")


def test_a_turn_in_another_week_is_said_with_its_date():
    nearest, far = date(2026, 11, 29), date(2026, 11, 30)
    assert turns_of(PLAN, {6: nearest})[1].works_on == "Sunday, first"
    assert turns_of(PLAN, {6: far})[1].works_on == "Mon 30 Nov, first"
    turn = turns_of(PLAN, {6: far}, planned={far})[1]
    assert (turn.works_on, turn.short) == ("On Mon 30 Nov", "On Mon 30 Nov")


def test_where_there_is_little_room_the_weekday_is_short():
    wednesday = date(2026, 11, 25)
    assert turns_of(PLAN, {6: wednesday})[1].short == "Wed, first"
    assert turns_of(PLAN, {6: wednesday}, planned={wednesday})[1].short == "On Wed"


def test_on_a_substitutes_day_nobody_is_told_to_take_a_moment():
    handed = replace(PLAN, has_substitute=True)
    assert turns_of(handed, {})[1].works_on == "Another day"


def test_on_a_day_that_has_a_plan_nobody_is_said_to_be_the_first():
    tuesday = date(2026, 11, 24)
    assert turns_of(PLAN, {6: tuesday}, planned={tuesday})[1].works_on == "On Tuesday"


def test_the_strip_follows_the_cell_when_its_task_is_taken_out():
    emptied = replace(PLAN.groups[0], visits=(replace(LED, task=""), ALONE))
    assert turns_of(replace(PLAN, groups=(emptied,)), {})[0].works_on == "No task yet"


def test_only_one_group_is_the_first_of_a_day():
    tuesday = date(2026, 11, 24)
    waiting = (PLAN.groups[1], replace(PLAN.groups[1], group_id=7))
    says = [
        turn.works_on for turn in turns_of(replace(PLAN, groups=waiting), {6: tuesday, 7: tuesday})
    ]
    assert says == ["On Tuesday", "On Tuesday"]


def test_a_stand_in_says_instead_of_what_and_a_waiting_task_is_warm():
    standing = replace(LED, station_kind=StationKind.DIGITAL, stand_in=NO_INTERNET,
                       planned_task="Lab")  # fmt: skip
    out = replace(ALONE, task="Read", stand_in="Ms. R")
    plan = replace(PLAN, groups=(replace(PLAN.groups[0], visits=(standing, out)),))
    problem = RotationProblem(MONDAY, time(9), 60, (), ())
    first, second = grid_of(plan, problem, NAMES, {}).cells[0]
    assert (first.note, first.note_icon, first.warns) == ("Not Lab", "nowifi", False)
    assert (second.note, second.note_icon) == ("Ms. R is out", "absent")
    watched = replace(ALONE, task="Read", stand_in=SUBSTITUTE)
    for_her = replace(plan, groups=(replace(plan.groups[0], visits=(standing, watched)),))
    third = grid_of(for_her, problem, NAMES, {}).cells[0][1]
    assert (third.note, third.note_icon) == ("A substitute watches", "sub")
    early = replace(ALONE, task="Read", stand_in=OUTSIDE_HOURS)
    for_now = replace(plan, groups=(replace(plan.groups[0], visits=(standing, early)),))
    assert grid_of(for_now, problem, NAMES, {}).cells[0][1].note == "Without an adult"
    on_paper = replace(ALONE, task="Read", stand_in=NO_DEVICES)
    few = replace(plan, groups=(replace(plan.groups[0], visits=(standing, on_paper)),))
    fourth = grid_of(few, problem, NAMES, {}).cells[0][1]
    assert (fourth.note, fourth.note_icon) == ("On paper: too few devices", "page")
    waiting = grid_of(plan, problem, NAMES, {}, waiting={(5, 2)}).cells[0][1]
    assert (waiting.note, waiting.warns) == ("Needs internet", True)
