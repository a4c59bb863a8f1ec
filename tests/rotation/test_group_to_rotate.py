from datetime import time

from plplanner.rotation.group_to_rotate import group_to_rotate
from plplanner.rotation.rows import PullOutWindow, StudentToSee
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel

NAMES = {1: "Ana", 2: "Ben", 3: "Cy"}


def a_group(waits, level=MasteryLevel.NOT_YET, away=frozenset(), done=None):
    return group_to_rotate(
        9,
        GROUP_IDENTITIES[0],
        level,
        students=[1, 2, 3],
        windows={2: [PullOutWindow("Ben", time(9), time(10))]},
        waits=waits,
        names=NAMES,
        away=away,
        done=done or {},
    )


def test_a_group_waited_as_long_as_half_of_its_students():
    assert a_group({1: 0, 2: 3, 3: 3}).lessons_since_teacher == 3
    assert a_group({1: 0, 2: 0, 3: 3}).lessons_since_teacher == 0
    assert a_group({1: 0}).lessons_since_teacher is None


def test_each_student_brings_her_own_wait_and_whether_she_is_there():
    group = a_group({1: 2}, away=frozenset({3}))
    assert group.students == (
        StudentToSee("Ana", 2),
        StudentToSee("Ben", None),
        StudentToSee("Cy", None, is_away=True),
    )
    assert [window.student_name for window in group.pull_outs] == ["Ben"]


def test_no_evidence_needs_the_teacher_as_much_as_nearly():
    levels = (MasteryLevel.SECURE, MasteryLevel.NEARLY, MasteryLevel.NO_EVIDENCE)
    assert [a_group({}, level).need for level in levels] == [0, 1, 1]


def test_a_group_has_done_what_half_of_its_students_have_as_often_as_they_have():
    done = {1: {"Match game": 3, "Line game": 1}, 2: {"Match game": 1}}
    assert a_group({}, done=done).done == (("Match game", 1),)
    assert a_group({}, done={**done, 3: {"Match game": 2}}).done == (("Match game", 2),)
    assert a_group({}, done={1: {"Line game": 1}}).done == ()
