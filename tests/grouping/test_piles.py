from dataclasses import replace
from datetime import date

import pytest

from plplanner.gradebook.rows import Evidence
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.piles import (
    missed_words,
    piles_of_proposal,
    piles_of_saved,
    score_short,
    short_reason,
    todo,
)
from plplanner.grouping.rows import ExpertTopic, Lock
from plplanner.grouping.saved.rows import GroupSetRow, MemberRow, SmallGroupRow
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel, ScoreStatus
from tests.grouping.builders import a_problem, a_student, with_items

NOT_YET, NEARLY, SECURE = MasteryLevel.NOT_YET, MasteryLevel.NEARLY, MasteryLevel.SECURE
NOTHING = Evidence(1, MasteryLevel.NO_EVIDENCE)


def borderline(points, possible):
    """What one score of so many points says, as the gradebook has it."""
    return a_student(1, points, possible=possible).evidence


def test_proposed_groups_show_scores_reasons_and_what_the_teacher_did():
    problem = a_problem(*[2] * 3, None, groups=1)
    proposal = form_groups(problem)
    locks = (Lock(1, proposal.groups[0].identity),)
    (pile,) = piles_of_proposal(
        proposal, problem.students, moved_from={0: "Kite"}, locks=locks, focus="3.NF.1"
    )
    ana, ben, _, dee = pile.students
    assert (ana.score, ana.level, ana.home, ana.is_moved) == ("2/5", NOT_YET, "Kite", True)
    assert (ben.is_locked, ben.is_moved, ben.is_borderline) == (True, False, True)
    assert (dee.score, dee.short) == ("–", "no score yet")
    assert ana.why.startswith("Ana has 2 of 5")
    assert pile.todo == "Reteach 3.NF.1"


def test_nobody_on_a_pile_of_several_levels_is_said_to_share_a_need():
    problem = a_problem(3, 3, 9, possible=20, groups=1)
    for points, said in (((3, 3, 3), {"same need"}), ((3, 3, 9), {"not yet"})):
        students = [a_student(n, p, possible=20) for n, p in enumerate((*points, 20))]
        one = replace(problem, students=tuple(students[:3] if len(set(points)) == 1 else students))
        (pile,) = piles_of_proposal(form_groups(one), one.students, moved_from={}, locks=())
        assert {each.short for each in pile.students[:2]} == said


def test_saved_groups_show_todays_evidence_and_leave_out_who_has_gone():
    members = (MemberRow(0, "Ana", "Reason 0", locked=True), MemberRow(1, "Ben", "Gone"))
    moved = MemberRow(2, "Cy", "Cy has 5 of 5.", moved=True)
    group = SmallGroupRow(7, GROUP_IDENTITIES[0], SECURE, (*members, moved))
    saved = GroupSetRow(1, 1, date(2026, 11, 20), "“Exit ticket”", None, (group,))
    (pile,) = piles_of_saved(saved, [a_student(0, 4), a_student(2, 5)])
    assert [(one.name, one.score) for one in pile.students] == [("Ana", "4/5"), ("Cy", "5/5")]
    assert pile.students[0].is_locked
    assert pile.students[1].why == "Moved here by you. Before that: Cy has 5 of 5."
    assert (pile.small_group_id, pile.todo) == (7, "Extend")


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (NOTHING, "no score yet"),
        (Evidence(1, NEARLY, 70, 7, 10, count=3), "nearly over 3"),
        (Evidence(1, SECURE, 90, 9, 10, count=1), "secure"),
        (borderline(3, 5), "close to both cuts"),
        (borderline(12, 20), "close to not yet"),
        (borderline(15, 20), "close to secure"),
        (replace(NOTHING, status=ScoreStatus.EXCUSED), "excused"),
        (replace(NOTHING, status=ScoreStatus.ABSENT), "was absent"),
        (Evidence(1, NEARLY, 100, 5, 5, count=1), "all points"),
        (Evidence(1, NEARLY, 65, count=1), "same need"),
    ],
)
def test_a_few_words_say_why(evidence, expected):
    assert short_reason(evidence, NEARLY) == expected


def test_scores_are_raw_points_where_there_are_points():
    assert score_short(Evidence(1, NEARLY, 50, 2.5, 5)) == "2.5/5"
    assert score_short(Evidence(1, NEARLY, 62.5)) == "62.5 %"
    assert score_short(NOTHING) == "–"


def test_what_a_level_calls_for_is_no_name_for_a_child():
    assert todo(NOT_YET, "") == "Reteach"
    assert todo(MasteryLevel.NO_EVIDENCE, "3.NF.1") == "Check 3.NF.1"


def test_what_a_group_works_on_comes_with_it_from_the_draft_and_from_the_planner():
    problem = a_problem(3, 3, 3)
    made = form_groups(problem)
    topics = tuple(replace(one, topic="Storms") for one in made.groups)
    (pile,) = piles_of_proposal(
        replace(made, groups=topics), problem.students, moved_from={}, locks=()
    )
    group = SmallGroupRow(1, pile.identity, NEARLY, (MemberRow(0, "Ana", ""),), topic="Storms")
    saved = GroupSetRow(1, 1, date(2026, 11, 20), "b", None, (group,))
    assert (pile.topic, piles_of_saved(saved, problem.students)[0].topic) == ("Storms", "Storms")


def test_a_jigsaw_s_expert_is_shown_with_her_topic():
    problem = a_problem(3, 3, 3)
    made = replace(form_groups(problem), experts=(ExpertTopic(0, "Storms"),))
    (pile,) = piles_of_proposal(made, problem.students, moved_from={}, locks=())
    assert [one.short for one in pile.students].count("expert: Storms") == 1
    group = SmallGroupRow(1, pile.identity, NEARLY, (MemberRow(0, "Ana", "", expert_topic="Sun"),))
    saved = GroupSetRow(1, 1, date(2026, 11, 20), "b", None, (group,))
    assert piles_of_saved(saved, problem.students)[0].students[0].short == "expert: Sun"


def test_the_items_missed_are_named_while_they_are_few():
    few, many = (with_items(a_student(1, 2), marks).evidence for marks in ("RWRW-", "WWWWWR"))
    one = with_items(a_student(1, 4), "RRWRR").evidence
    assert [missed_words(each) for each in (few, many, one, NOTHING)] == [
        "missed items 2, 4", "missed 5 of 6 items", "missed item 3", "",
    ]  # fmt: skip
    assert [short_reason(each, NOT_YET) for each in (few, many)] == ["missed 2, 4", "missed 5 of 6"]
    assert short_reason(few, SECURE) == "not yet"
