from dataclasses import replace

from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.exact_plan import without_orders
from plplanner.rotation.order_checks import out_of_order
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.rows import OUT_OF_ORDER, Visit
from plplanner.terms import GROUP_IDENTITIES
from tests.rotation.lessons import a_lesson, some_stations

RIVER, COMET, MAPLE = (one.word for one in GROUP_IDENTITIES[:3])


def ordered(**fields):
    """Station 03 needs Station 01, where the teacher is, first."""
    stations = some_stations(4)
    after = replace(stations[2], after="Station 01")
    return a_lesson(stations=(*stations[:2], after, stations[3]), **fields)


def said(visits, lesson=None):
    return [one.text for one in out_of_order(lesson or ordered(), visits)]


def test_who_comes_before_or_without_the_first_is_named_in_one_remark():
    assert said([Visit(1, 1, 1), Visit(1, 2, 3)]) == []
    assert said([Visit(1, 1, 3), Visit(1, 2, 1)]) == [
        f"Station 03 needs Station 01 first, and {RIVER} comes without."
    ]
    (clash,) = out_of_order(ordered(), [Visit(2, 1, 3), Visit(1, 2, 3), Visit(1, 2, 1)])
    assert clash.text == f"Station 03 needs Station 01 first, and {RIVER} and {COMET} come without."
    assert clash.cells == ((1, 2), (2, 1))
    assert not clash.hard


def test_of_who_is_away_and_where_no_order_is_said_nothing_is_told():
    lesson = ordered()
    nobody = replace(lesson.groups[0], size=0)
    away = replace(lesson, groups=(nobody, *lesson.groups[1:]))
    assert said([Visit(1, 1, 3)], away) == []
    assert said([Visit(1, 1, 3)], without_orders(lesson)) == []
    gone = replace(lesson, stations=tuple(replace(o, after="Gone") for o in lesson.stations))
    assert said([Visit(1, 1, 3)], gone) == []


def test_the_checker_asks_for_the_order():
    lesson = ordered()
    visits = [Visit(3, 1, 3)]
    kinds = {one.kind for one in find_clashes(lesson, clock_rounds(lesson), visits)}
    assert OUT_OF_ORDER in kinds
