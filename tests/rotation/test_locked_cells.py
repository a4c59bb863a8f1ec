from dataclasses import replace

import pytest

from plplanner.problems import Problem
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.commands import save_plan, set_round_lengths
from plplanner.rotation.draft import draft_plan
from plplanner.rotation.lived.commands import let_stand_in
from plplanner.rotation.locked_cells import (
    as_planned,
    called_again,
    locked_cells,
    locked_visits,
    lost_cells,
    lost_words,
)
from plplanner.rotation.must_see import draft_must_see, with_choice
from plplanner.rotation.own_ways import draft_own_ways
from plplanner.rotation.rows import NO_INTERNET, LockedCell, Visit
from tests.builders import a_planner, saved_groups
from tests.rotation.lessons import TEACHER, a_lesson, some_groups, some_stations
from tests.rotation.own_ways_lessons import a_student, own_lesson
from tests.rotation.saved_plans import a_plan, plan_of

LESSON = a_lesson()


def drafted(lesson, **more):
    return draft_plan(lesson, group_set_id=1, playlists={}, **more)


def elsewhere(lesson):
    """A cell other than the engine would choose: group 1 at the station it is not at in round 1."""
    at = next(v for v in build_rotation(lesson).visits if (v.group_id, v.round_number) == (1, 1))
    other = next(row for row in lesson.stations if row.station_id not in (at.station_id, TEACHER))
    return LockedCell(1, 1, other.name, "Build it")


def test_a_locked_cell_stays_with_its_task_and_the_plan_keeps_all_rules():
    cell = elsewhere(LESSON)
    draft = drafted(replace(LESSON, locked=(cell,)))
    (visit,) = locked_visits(draft.problem)
    assert visit in draft.proposal.visits
    assert visit not in build_rotation(LESSON).visits
    assert draft.tasks[1, 1] == "Build it"
    assert draft.locked == {(1, 1)}
    assert draft.proposal.is_proven
    assert not any(clash.hard for clash in draft.proposal.checks)
    assert lost_words(draft) == ""


def test_every_cell_can_be_locked_and_then_nothing_moves():
    visits = build_rotation(LESSON).visits
    names = {row.station_id: row.name for row in LESSON.stations}
    cells = tuple(
        LockedCell(v.group_id, v.round_number, names[v.station_id], f"Task {n}")
        for n, v in enumerate(visits)
    )
    tuesday = replace(LESSON, day=LESSON.day.replace(day=24))
    assert set(build_rotation(tuesday).visits) != set(visits)
    draft = drafted(replace(tuesday, locked=cells))
    assert set(draft.proposal.visits) == set(visits)
    assert set(draft.tasks.values()) == {cell.task for cell in cells}


def test_who_was_fixed_at_the_table_comes_in_another_round_where_that_one_is_gone():
    # Whoever waited least and needs least would not come by itself.
    lesson = a_lesson(groups=some_groups((2, 2, 2, 0), since=(3, 3, 3, 0)))
    table = next(row.name for row in lesson.stations if row.station_id == TEACHER)
    locked = replace(lesson, rounds=2, locked=(LockedCell(4, 3, table, "Fractions"),))
    draft = drafted(locked)
    (cell,) = draft.locked
    met = [(v.group_id, v.round_number) for v in draft.proposal.visits if v.station_id == TEACHER]
    assert cell in met
    assert cell[0] == 4
    assert (lost_cells(draft), lost_words(draft)) == ((), "")


def test_where_turns_do_not_suffice_the_first_that_were_fixed_come():
    lesson = a_lesson(groups=some_groups((2, 2, 2, 0), since=(3, 3, 3, 0)))
    table = next(row.name for row in lesson.stations if row.station_id == TEACHER)
    cells = [LockedCell(one, number, table, "") for one, number in ((4, 3), (1, 1), (2, 2), (3, 4))]
    draft = drafted(replace(lesson, rounds=2, locked=tuple(cells)))
    assert {group_id for group_id, _ in draft.locked} == {1, 2}
    assert lost_cells(draft) == (cells[0], cells[3])
    assert called_again(replace(lesson, locked=tuple(cells[:2])), 2) == (4,)


def test_what_has_no_place_any_more_is_told():
    gone = (
        LockedCell(99, 1, LESSON.stations[1].name, "Read"),
        LockedCell(1, 9, LESSON.stations[1].name, "Read"),
        LockedCell(1, 1, "Gone", "Read"),
    )
    draft = drafted(replace(LESSON, locked=gone))
    assert lost_cells(draft) == gone
    assert draft.locked == frozenset()
    first = LESSON.groups[0].name
    assert lost_words(draft) == (
        f" What was locked for {first} and a group that is gone has no place in it."
    )
    one = drafted(replace(LESSON, locked=gone[1:2]))
    assert lost_words(one) == f" What was locked for {first} has no place in it."
    assert draft.proposal.visits == build_rotation(LESSON).visits


@pytest.mark.long
def test_two_groups_locked_at_one_station_are_named_as_what_cannot_be():
    name = LESSON.stations[1].name
    locked = (LockedCell(1, 1, name, ""), LockedCell(2, 1, name, ""))
    with pytest.raises(Problem) as told:
        drafted(replace(LESSON, locked=locked))
    assert f"at {name} in round 1" in told.value.what
    assert "Let go of" in told.value.next_step


def test_who_must_be_seen_and_words_for_all_leave_locked_cells_alone():
    cell = elsewhere(LESSON)
    lesson = replace(LESSON, locked=(cell,))
    seen = draft_must_see(lesson, (4,), group_set_id=1, playlists={}, others_choose=True)
    assert seen.tasks[1, 1] == "Build it"
    assert with_choice(drafted(lesson), besides=(), words="Finish").tasks[1, 1] == "Build it"


def test_a_student_who_goes_her_own_way_stays_where_she_was_sent():
    students = [a_student(number) for number in range(1, 9)]
    free = draft_own_ways(own_lesson(students), group_set_id=1, playlists={})
    was = next(v for v in free.proposal.visits if (v.group_id, v.round_number) == (-3, 2))
    other = next(
        row for row in own_lesson([]).stations if row.station_id not in (was.station_id, 1)
    )
    lesson = own_lesson(students, locked=(LockedCell(-3, 2, other.name, "Draw it"),))
    draft = draft_own_ways(lesson, group_set_id=1, playlists={})
    assert Visit(-3, 2, other.station_id) in draft.proposal.visits
    assert draft.tasks[-3, 2] == "Draw it"
    assert draft.locked == {(-3, 2)}


def test_of_a_plan_the_planned_task_is_kept_not_what_stands_in(tmp_path):
    with a_planner(tmp_path) as planner:
        groups = saved_groups(planner)
        arguments = a_plan(planner, groups)
        cell = arguments["proposal"].visits[0]
        where = cell.group_id, cell.round_number
        plan_id = planner.do(save_plan, **arguments, locked=[where])
        planner.do(let_stand_in, plan_id=plan_id, why=NO_INTERNET, tasks={where: "Draw"}, says="")
        (kept,) = locked_cells(plan_of(planner, groups))
        assert (kept.group_id, kept.round_number, kept.task) == (*where, "Read page 3")


def test_stations_without_seats_for_a_locked_group_are_found_by_the_checker():
    small = some_stations(4, seats=(None, 3, None, None))
    lesson = a_lesson(stations=small, locked=(LockedCell(1, 1, small[1].name, ""),))
    with pytest.raises(Problem, match="seats"):
        drafted(lesson)


def test_a_plan_s_lengths_of_rounds_go_into_its_next_draft_or_that_is_told(tmp_path):
    with a_planner(tmp_path) as planner:
        groups = saved_groups(planner)
        plan_id = planner.do(save_plan, **a_plan(planner, groups))
        count = len(plan_of(planner, groups).rounds)
        lengths = (12, *(7 for _ in range(count - 1)))
        planner.do(set_round_lengths, plan_id=plan_id, lengths=lengths)
        plan = plan_of(planner, groups)
    draft = drafted(as_planned(LESSON, plan))
    assert tuple(row.minutes for row in draft.proposal.rounds) == lengths
    assert lost_words(draft) == ""
    short = drafted(as_planned(replace(LESSON, minutes=sum(lengths) + 10), plan))
    assert lost_words(short).endswith("Its rounds are all alike: the lengths they had do not fit.")
