from collections import Counter
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from plplanner.playlists.rows import PlaylistItemRow, PlaylistRow
from plplanner.rotation.draft_days import draft_days, lessons_since
from plplanner.rotation.fresh_draft import DayToDraft, fresh_draft
from plplanner.rotation.rows import PullOutWindow, StudentToSee
from plplanner.rotation.turns_ahead import rounds_met
from plplanner.terms import GroupMode, ItemRole, PlaylistUse
from tests.rotation.lessons import a_lesson, some_stations

MONDAY = date(2026, 11, 23)
MON, TUE, WED, THU = (MONDAY + timedelta(days=ahead) for ahead in range(4))


def a_day(ahead, needs=(2, 1, 1, 0, 0), **fields):
    lesson = a_lesson(needs=needs, stations=some_stations(len(needs)), **fields)
    return DayToDraft(replace(lesson, day=MONDAY + timedelta(days=ahead)), 1, {})


def times_met(days):
    met = Counter()
    for one in days:
        draft = one.made.draft
        met.update(rounds_met(draft.problem, draft.proposal.visits).keys())
    return met


def test_lessons_since_count_drafts_with_plans_on_the_way():
    # Met in the last lesson before; two drafted days follow without a meeting.
    assert lessons_since(0, [], [MON, TUE], []) == 2
    # Met on Tuesday, which is planned: of the drafts only Wednesday's is after it.
    assert lessons_since(0, [], [MON, WED], [TUE]) == 1
    # Met in Monday's draft, and not on Tuesday, which is planned.
    assert lessons_since(3, [MON], [MON], [TUE]) == 1
    assert lessons_since(None, [], [MON], []) is None
    assert lessons_since(None, [MON], [MON, TUE, WED], []) == 2


@pytest.mark.parametrize("needs", [(2, 1, 1, 0, 0), (2, 2, 1, 1, 0, 0), (2, 2, 2, 1, 1, 0, 0, 0)])
def test_in_a_week_everyone_is_met_and_need_comes_first(needs):
    days = draft_days([a_day(ahead, needs) for ahead in range(5)])
    met = times_met(days)
    assert [one.day for one in days] == [MONDAY + timedelta(days=ahead) for ahead in range(5)]
    groups = days[0].asked.problem.groups
    assert all(met[group.group_id] for group in groups)
    by_need = [
        sum(met[g.group_id] for g in groups if g.need == need)
        / sum(1 for g in groups if g.need == need)
        for need in (0, 1, 2)
    ]
    assert by_need == sorted(by_need)
    assert by_need[0] < by_need[2]


def test_the_first_day_is_as_it_is_drafted_alone_and_the_second_knows_of_it():
    first, second = draft_days([a_day(1), a_day(0)])
    alone = fresh_draft(a_day(0)).draft
    assert first.made.draft == alone
    waited = {group.group_id: group.lessons_since_teacher for group in second.asked.problem.groups}
    met = rounds_met(alone.problem, alone.proposal.visits)
    assert {group_id for group_id, since in waited.items() if since == 0} == set(met)


def test_who_was_out_while_her_group_met_the_teacher_is_still_waiting():
    """Out in all rounds of Monday, so that no round of it is better for her group."""
    out = PullOutWindow("Maya", time(9), time(10))

    def with_maya(asked, *windows):
        groups = tuple(
            replace(
                group,
                students=(StudentToSee("Maya", 1), StudentToSee("Ben", 1)),
                pull_outs=windows,
                lessons_since_teacher=1,
            )
            if group.group_id == 1
            else group
            for group in asked.problem.groups
        )
        return replace(asked, problem=replace(asked.problem, groups=groups))

    monday, tuesday = draft_days([with_maya(a_day(0, (1, 0)), out), with_maya(a_day(1, (1, 0)))])
    draft = monday.made.draft
    assert 1 in rounds_met(draft.problem, draft.proposal.visits)
    later = next(one for one in tuesday.asked.problem.groups if one.group_id == 1)
    since = {one.name: one.lessons_since_teacher for one in later.students}
    assert since == {"Maya": 2, "Ben": 0}
    assert later.lessons_since_teacher == 0


def on_screen(number):
    return PlaylistItemRow(
        number, ItemRole.MUST, f"Screen {number}", None, "", 10, GroupMode.ALONE,
        needs_device=True, address="", code=None,
    )  # fmt: skip


def test_a_playlist_moves_on_over_the_days():
    playlist = PlaylistRow(
        1, "Fractions", PlaylistUse.PRACTISE, None, tuple(map(on_screen, range(9)))
    )
    days = draft_days([replace(a_day(ahead), playlists={1: playlist}) for ahead in range(5)])
    tasks = [
        task
        for one in days
        for (group_id, _), task in one.made.draft.tasks.items()
        if group_id == 1 and task.startswith("Screen")
    ]
    assert len(tasks) > 1
    assert tasks == [f"Screen {number}" for number in range(len(tasks))]


def test_a_day_that_cannot_be_drafted_says_why_and_the_others_are():
    broken = replace(a_day(1), problem=replace(a_day(1).problem, minutes=12))
    days = draft_days([a_day(0), broken, a_day(2)])
    assert [one.made is None for one in days] == [False, True, False]
    assert "No round fits" in days[1].why_not.what
