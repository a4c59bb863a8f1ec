from datetime import date

from plplanner.gradebook.mastery import DEFAULT_SCALE
from plplanner.grouping.draft import Asked, Draft
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.rows import Lock
from plplanner.grouping.saved.rows import GroupSetRow, MemberRow, SmallGroupRow
from plplanner.grouping.shown import draft_shown, locks_in, nothing_shown, saved_shown
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel
from tests.grouping.builders import a_problem, a_student, apart

PROBLEM = a_problem(*[2] * 3, *[5] * 3, groups=2, smallest=3, largest=3)
RIVER = GROUP_IDENTITIES[0]


def saved_with(*members):
    group = SmallGroupRow(7, RIVER, MasteryLevel.NEARLY, members)
    return GroupSetRow(1, 1, date(2026, 11, 20), "“Exit ticket”", None, (group,))


def saved_on_table(*members, students):
    return saved_shown(
        saved_with(*members), evidence=students, rules=[apart(0, 1)], scale=DEFAULT_SCALE, focus=""
    )


def test_a_draft_is_warned_about_sizes_and_rules_it_breaks():
    draft = Draft(PROBLEM, form_groups(PROBLEM))
    draft = draft.with_move(0, draft.formed.groups[0].identity.key)
    draft = draft.with_move(0, draft.formed.groups[1].identity.key)
    students = PROBLEM.students
    shown = draft_shown(draft, Asked(), evidence=students, rules=[apart(4, 5)], focus="")
    seat, first = shown.pile_of(0), shown.piles[0]
    assert seat is not None
    assert shown.rules[0].broken.startswith("Eli and Flo share ")
    assert shown.pile_with(first.identity.key) == first
    assert bool(shown.size_warnings) == bool(draft.moves)
    assert shown.notes


def test_who_came_after_the_groups_were_saved_is_in_none():
    shown = saved_on_table(MemberRow(0, "Ana", ""), students=[a_student(0, 3), a_student(1, 4)])
    assert [one.name for one in shown.without_group] == ["Ben"]
    assert shown.student(0).name == "Ana"
    assert (shown.student(1), shown.pile_of(1), shown.pile_with("kite")) == (None, None, None)


def test_saved_groups_are_warned_about_only_when_empty():
    shown = saved_on_table(students=[a_student(0, 3)])
    assert shown.size_warnings == ("River has no students",)


def test_locks_are_read_off_saved_groups():
    saved = saved_with(MemberRow(0, "Ana", "", locked=True), MemberRow(1, "Ben", ""))
    assert locks_in(saved) == (Lock(0, RIVER),)


def test_without_groups_the_class_its_cuts_and_its_rules_are_shown():
    shown = nothing_shown(PROBLEM.students, [apart(0, 1)], DEFAULT_SCALE)
    assert (shown.piles, len(shown.rules), sum(shown.strip.bars)) == ((), 1, 6)
