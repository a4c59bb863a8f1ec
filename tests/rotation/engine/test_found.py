from plplanner.rotation.engine.found import Found, cells_of
from plplanner.rotation.engine.layout import layout_of
from tests.rotation.engine.made_up_lessons import group, lesson


def test_only_a_bound_that_meets_the_cost_proves_a_plan():
    assert Found((), 3, 3).is_proven
    assert not Found((), 3, 2).is_proven
    assert not Found().is_proven


def test_numbers_become_the_ids_of_the_problem():
    layout = layout_of(lesson(groups=(group("b"), group("a"))))
    cells = cells_of(layout, ((0, 0, 0, 2), (1, 0, 1, 0)))
    assert cells == {"a": (("teacher", None, None),), "b": ((None, "digital", None),)}
