from dataclasses import replace
from datetime import date, time

from plplanner.rotation.carry_over import LeftOpen, carried_over
from plplanner.rotation.rows import NO_INTERNET, PlanGroupRow, PlanRow, RoundRow, VisitRow
from plplanner.terms import GROUP_IDENTITIES, PlanState, StationKind

LED, TOGETHER, ALONE, DIGITAL = (
    StationKind.TEACHER_LED, StationKind.COLLABORATIVE, StationKind.INDEPENDENT,
    StationKind.DIGITAL,
)  # fmt: skip
FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)


def visit(number, kind, task, **more):
    return VisitRow(number, str(kind), kind, "Table", task, **more)


def a_plan(day, *lines, ids=(1, 2)):
    """A plan with (students, visits) per group."""
    return PlanRow(
        id=1, class_id=1, class_name="Math", subject="", day=day, state=PlanState.DRAFT,
        starts_at=time(9), minutes=60, when_done="",
        rounds=tuple(RoundRow(number, time(9, 12 * number), 10) for number in (1, 2, 3)),
        groups=tuple(
            PlanGroupRow(group_id, identity, students, visits)
            for group_id, identity, (students, visits) in zip(
                ids, GROUP_IDENTITIES, lines, strict=False
            )
        ),
    )  # fmt: skip


WORK = (visit(1, TOGETHER, "Fact game"), visit(2, LED, "Strips"), visit(3, DIGITAL, "Lab"))
TODAY = (visit(1, LED, "Lines"), visit(2, ALONE, "Card"), visit(3, DIGITAL, "Jump"))
LAST = a_plan(FRIDAY, ((1, 2, 3), WORK), ((4, 5), ()))


def carried(cells, today=TODAY, students=(1, 2, 3), last=LAST):
    plan = a_plan(MONDAY, (students, today), ids=(7,))
    found = carried_over(LeftOpen(last, frozenset(cells)), plan)
    return [one.tasks for one in found]


def test_open_work_goes_to_a_station_of_its_kind_else_where_one_works_alone():
    assert carried({(1, 3)}) == [{(7, 3): "Lab"}]
    assert carried({(1, 1)}) == [{(7, 2): "Fact game"}]
    assert carried({(1, 1), (1, 2)}) == [{(7, 2): "Fact game", (7, 1): "Strips"}]


def test_it_is_told_from_when_it_is_and_what_it_stands_in_place_of():
    plan = a_plan(MONDAY, ((1, 2, 3), TODAY), ids=(7,))
    (found,) = carried_over(LeftOpen(LAST, frozenset({(1, 3)})), plan)
    assert (found.group_id, found.word, found.day) == (7, "River", FRIDAY)
    assert found.instead == ("Jump",)


def test_what_has_no_place_today_waits():
    assert carried({(1, 2), (1, 3)}, today=TODAY[1:2]) == []


def test_planned_work_plain_words_and_nothing_open_are_not_offered():
    assert carried(set()) == []
    assert carried({(1, 3)}, today=(visit(1, DIGITAL, "Lab"), visit(2, DIGITAL, "Jump"))) == []
    plain = a_plan(FRIDAY, ((1, 2, 3), (visit(1, ALONE, "Playlist card"),)))
    assert carried({(1, 1)}, last=plain) == []


def test_it_follows_the_students_where_most_are_together_still():
    assert carried({(1, 3)}, students=(1, 2, 9)) == [{(7, 3): "Lab"}]
    assert carried({(1, 3)}, students=(1, 8, 9)) == []


def test_what_was_planned_is_carried_and_not_what_stood_in():
    out = visit(3, DIGITAL, "Draw", stand_in=NO_INTERNET, planned_task="Lab")
    last = replace(LAST, groups=(replace(LAST.groups[0], visits=(out,)),))
    assert carried({(1, 3)}, last=last) == [{(7, 3): "Lab"}]


def test_what_many_students_left_open_is_one_remark():
    last = alone(FRIDAY, WORK)
    found = carried_over(LeftOpen(last, frozenset((n, 1) for n in (1, 2, 3))), alone(MONDAY, TODAY))
    assert [(one.word, one.is_many) for one in found] == [("3 students", True)]
    assert found[0].tasks == {(n, 2): "Fact game" for n in (1, 2, 3)}
    few = carried_over(LeftOpen(last, frozenset({(1, 1)})), alone(MONDAY, TODAY))
    assert [one.is_many for one in few] == [False]


def alone(day, visits):
    plan = a_plan(day, *(((n,), visits) for n in (1, 2, 3)), ids=(1, 2, 3))
    return replace(plan, groups=tuple(replace(one, is_own_way=True) for one in plan.groups))
