from plplanner.grouping.saved.rows import GroupSetRow, MemberRow, SmallGroupRow
from plplanner.roster.rows import SchoolClassRow
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.draft import draft_as_plan, draft_plan
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel, PlanState
from tests.rotation.lessons import a_lesson

LESSON = a_lesson()


def the_groups():
    return GroupSetRow(
        id=7,
        class_id=3,
        created_on=LESSON.day,
        basis="“Exit ticket”",
        standard_id=None,
        groups=tuple(
            SmallGroupRow(
                group.group_id,
                identity,
                MasteryLevel.NEARLY,
                (MemberRow(group.group_id * 10, "Ada", ""),),
            )
            for group, identity in zip(LESSON.groups, GROUP_IDENTITIES, strict=False)
        ),
    )


def test_a_draft_has_words_for_every_visit_of_the_proposal():
    draft = draft_plan(LESSON, group_set_id=7, playlists={})
    assert draft.proposal == build_rotation(LESSON)
    assert set(draft.tasks) == {(v.group_id, v.round_number) for v in draft.proposal.visits}
    assert draft.playlist_ids == {}


def test_a_draft_reads_like_a_plan_that_is_not_saved():
    draft = draft_plan(LESSON, group_set_id=7, playlists={})
    of = SchoolClassRow(3, "Math P2", "Math", "", 28)
    plan = draft_as_plan(draft, groups=the_groups(), of=of)
    assert (plan.id, plan.state, plan.group_set_id) == (0, PlanState.DRAFT, 7)
    assert (plan.rounds, plan.day) == (draft.proposal.rounds, LESSON.day)
    said = {
        (line.group_id, visit.round_number): visit.task
        for line in plan.groups
        for visit in line.visits
        if visit
    }
    assert said == dict(draft.tasks)
