from dataclasses import replace

from plplanner.rotation.draft import draft_of
from plplanner.rotation.own_places import in_places, with_places
from plplanner.rotation.own_ways import plan_own_ways
from plplanner.terms import MasteryLevel
from tests.rotation.own_ways_lessons import a_student, own_lesson

PLACES = {-1: 41, -2: 42}


def test_arguments_are_said_of_the_lines_that_are_kept_and_words_stay():
    said = {
        "group_id": -1, "round_number": 1, "group_ids": (-1, -2), "locked": [(-2, 3)],
        "tasks": {(-1, 2): "Read"}, "name": "Ada", "why": None, "again": {"x": {(-2, 1): "Draw"}},
    }  # fmt: skip
    assert in_places(said, PLACES) == {
        "group_id": 41, "round_number": 1, "group_ids": (41, 42), "locked": [(42, 3)],
        "tasks": {(41, 2): "Read"}, "name": "Ada", "why": None, "again": {"x": {(42, 1): "Draw"}},
    }  # fmt: skip
    assert in_places(said, {}) is said


def test_a_draft_goes_by_its_places_and_asks_for_none_again():
    lesson = own_lesson([a_student(1), a_student(2)], rounds=2)
    made = draft_of(lesson, plan_own_ways(lesson), group_set_id=7, playlists={})
    level = MasteryLevel.NEARLY
    draft = replace(
        made, playlist_ids={-1: 5}, locked=frozenset({(-2, 1)}), levels={1: level, 2: level}
    )
    kept = with_places(draft, PLACES)
    assert {visit.group_id for visit in kept.proposal.visits} == {41, 42}
    assert set(kept.tasks) == {(41, 1), (41, 2), (42, 1), (42, 2)}
    assert kept.tasks[42, 1] == draft.tasks[-2, 1]
    assert (kept.playlist_ids, kept.locked, kept.levels) == ({41: 5}, {(42, 1)}, {})
    assert with_places(draft, {}) is draft
