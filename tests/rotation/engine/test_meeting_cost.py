from dataclasses import replace

from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.meeting_cost import meeting_cost, stay_cost
from plplanner.rotation.engine.rows import Cell, LessonWishes, PullOut
from tests.rotation.engine.made_up_lessons import NOTHING, group, lesson

TEACHER = 2


def costs(wishes, **more):
    """What a meeting of group a costs in each round."""
    layout = layout_of(lesson(**{"wishes": wishes, **more}))
    assert layout.stations[TEACHER].teacher_led
    return [meeting_cost(layout, (0, 0, index), TEACHER) for index in range(3)]


def test_who_is_out_of_the_room_is_missed():
    outs = (PullOut("a0", 0, 550, 560), PullOut("a1", 0, 556, 560))
    assert costs(replace(NOTHING, miss=7), pull_outs=outs) == [7, 14, 0]


def test_rounds_away_from_its_turn_cost():
    groups = (group("a", turns=(1,)), group("b"), group("c"))
    assert costs(replace(NOTHING, turn=3), groups=groups) == [3, 0, 3]


def test_only_who_is_moved_pays_for_it():
    before = (Cell("a", 0, 0, "teacher"), Cell("a", 0, 1, "quiet"))
    assert costs(replace(NOTHING, stay=9), before=before) == [0, 9, 0]
    layout = layout_of(lesson(wishes=LessonWishes(stay=9), before=before))
    assert stay_cost(layout, (0, 0, 1), 1) == 0
