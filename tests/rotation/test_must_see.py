from dataclasses import replace

import pytest

from plplanner.problems import Problem
from plplanner.rotation.draft import draft_plan
from plplanner.rotation.must_see import (
    draft_must_see,
    draft_own_must_see,
    with_choice,
)
from plplanner.rotation.own_ways import draft_own_ways
from plplanner.rotation.pick_tasks import MAY_DO
from plplanner.rotation.rows import LockedCell
from plplanner.rotation.turns_ahead import rounds_met
from tests.rotation.lessons import a_lesson, some_groups
from tests.rotation.own_ways_lessons import a_student, own_lesson

# Whoever waited least and needs least would not be met by herself.
LESSON = a_lesson(groups=some_groups((2, 2, 2, 0), since=(3, 3, 3, 0)))


# Twenty-four students, each her own way; the table takes six at a time.
ALONE = own_lesson([a_student(number, need=number % 3) for number in range(1, 25)], rounds=3)


def drafted(must_see, *, others_choose=False):
    return draft_must_see(
        LESSON, must_see, group_set_id=1, playlists={}, others_choose=others_choose
    )


def met(draft):
    return set(rounds_met(draft.problem, draft.proposal.visits))


def test_who_must_be_seen_is_and_the_turns_left_go_by_who_waited():
    assert 4 not in met(drafted(()))
    seen = met(drafted((4,)))
    assert 4 in seen
    assert len(seen) == 3
    assert met(drafted((4, 2, 1))) == {1, 2, 4}


def test_who_must_be_seen_is_locked_at_the_table_and_seen_with_fewer_rounds_too():
    draft = drafted((4,))
    led = LESSON.stations[0]
    ((group_id, number),) = draft.locked
    assert group_id == 4
    cell = LockedCell(4, number, led.name, draft.tasks[4, number])
    again = draft_plan(
        replace(LESSON, rounds=number - 1 or 1, locked=(cell,)), group_set_id=1, playlists={}
    )
    assert 4 in met(again)


@pytest.mark.long
def test_more_than_the_table_has_room_for_is_refused():
    with pytest.raises(Problem):
        drafted((1, 2, 3, 4))


def test_the_others_choose_where_they_are_without_the_teacher():
    draft = drafted((4,), others_choose=True)
    led = LESSON.stations[0].station_id
    for visit in draft.proposal.visits:
        words = draft.tasks[visit.group_id, visit.round_number]
        assert (words == MAY_DO) is (visit.group_id != 4 and visit.station_id != led)
    assert MAY_DO not in drafted((4,)).tasks.values()


def test_words_for_everyone_leave_the_teacher_s_table_alone():
    draft = with_choice(drafted(()), besides=(), words="Finish")
    visits = draft.proposal.visits
    count = sum(words == "Finish" for words in draft.tasks.values())
    assert count == len(visits) - len(met(draft))


def test_students_named_meet_the_teacher_where_each_goes_her_own_way():
    def drafted_for(must_see):
        return draft_own_must_see(
            ALONE, must_see, group_set_id=1, playlists={}, others_choose=False
        )

    left_out = sorted({one.group_id for one in ALONE.groups} - met(drafted_for(())))
    assert len(left_out) == 6
    draft = drafted_for(left_out)
    assert set(left_out) <= met(draft)
    assert len(met(draft)) == 18, "the seats left go by need and wait, as ever"
    assert {group_id for group_id, _ in draft.locked} == set(left_out)


def test_one_who_is_away_is_not_waited_for_at_the_table():
    first, *others = ALONE.groups
    lesson = replace(ALONE, groups=(replace(first, size=0), *others))
    draft = draft_own_must_see(
        lesson, (first.group_id,), group_set_id=1, playlists={}, others_choose=False
    )
    assert len(met(draft) - {first.group_id}) == 18


def test_a_student_who_must_be_seen_is_seen_with_fewer_rounds_too():
    draft = draft_own_must_see(ALONE, (-24,), group_set_id=1, playlists={}, others_choose=False)
    ((_, number),) = draft.locked
    station = ALONE.stations[0].name
    last = LockedCell(-24, 3, station, draft.tasks[-24, number])
    again = draft_own_ways(replace(ALONE, rounds=2, locked=(last,)), group_set_id=1, playlists={})
    assert -24 in met(again)
    assert {group_id for group_id, _ in again.locked} == {-24}
