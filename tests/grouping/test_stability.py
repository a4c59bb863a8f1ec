from datetime import date, timedelta

from plplanner.grouping.saved.rows import PastGroup, PastGroups
from plplanner.grouping.stability import StabilityKind, StabilityLimits, stability_notes
from plplanner.terms import GROUP_IDENTITIES, GroupingStrategy, GroupSetState, MasteryLevel
from tests.grouping.builders import name_of

TODAY = date(2026, 11, 22)
NEED, MIXED = GroupingStrategy.NEED, GroupingStrategy.MIXED
LOW, HIGH = MasteryLevel.NOT_YET, MasteryLevel.SECURE
NAMES = {number: name_of(number) for number in range(8)}


def past(weeks_ago, *groups, strategy=NEED, levels=(LOW, HIGH, HIGH, HIGH)):
    made = (
        PastGroup(GROUP_IDENTITIES[n], levels[n], tuple((one, name_of(one)) for one in ids))
        for n, ids in enumerate(groups)
    )
    day = TODAY - timedelta(weeks=weeks_ago)
    return PastGroups(weeks_ago, day, "a quiz", strategy, GroupSetState.IN_USE, tuple(made))


def notes(*history, **asked):
    return {
        note.kind: note.text for note in stability_notes(history, names=NAMES, today=TODAY, **asked)
    }


def test_a_class_without_history_hears_nothing():
    assert stability_notes([], names=NAMES, today=TODAY) == ()


def test_need_groups_are_old_after_two_weeks_and_rotation_groups_after_four():
    groups = ((0, 1, 2, 3), (4, 5, 6, 7))
    assert notes(past(1, *groups)) == {}
    assert "the same for 2 weeks" in notes(past(2, *groups))[StabilityKind.UNCHANGED]
    assert notes(past(3, *groups, strategy=MIXED)) == {}
    mixed = notes(past(4, *groups, strategy=MIXED))
    assert "the same for 4 weeks" in mixed[StabilityKind.UNCHANGED]


def test_groups_used_again_unchanged_count_from_the_first_day():
    groups = ((0, 1, 2, 3), (4, 5, 6, 7))
    said = notes(past(0, *groups), past(1, *groups), past(3, *groups), past(5, (0, 1), (2, 3)))
    assert "the same for 3 weeks" in said[StabilityKind.UNCHANGED]


def test_students_in_reteach_groups_for_six_weeks_are_named():
    said = notes(past(0, (0, 1, 2), (3, 4)), past(3, (0, 1, 3), (2, 4)), past(7, (0, 1, 4), (2, 3)))
    assert said[StabilityKind.SAME_LEVEL] == (
        "Ana and Ben have been in the same reteach group for 7 weeks. A mixed round would help."
    )


def test_different_reteach_groups_are_not_called_the_same():
    levels = (LOW, LOW, HIGH)
    said = notes(past(0, (0, 2), (1, 3), levels=levels), past(6, (0, 3), (1, 2), levels=levels))
    assert "in a reteach group for 6 weeks" in said[StabilityKind.SAME_LEVEL]


def test_a_mixed_round_ends_the_streak():
    said = notes(
        past(0, (0, 1), (2, 3)), past(3, (0, 2), (1, 3), strategy=MIXED), past(7, (0, 1), (2, 3))
    )
    assert StabilityKind.SAME_LEVEL not in said


def test_many_students_are_counted_and_streaks_of_other_lengths_said_so():
    everyone = (0, 1, 2, 3, 4)
    said = notes(past(0, everyone), past(6, everyone), past(8, (0, 1), (5,)))
    text = said[StabilityKind.SAME_LEVEL]
    assert text.startswith("Ana, Ben and 3 others have")
    assert "for 6 weeks or more" in text


def test_one_student_alone_is_said_in_the_singular():
    said = notes(past(0, (0, 1), (2,)), past(6, (0, 2), (1,)))
    assert said[StabilityKind.SAME_LEVEL].startswith("Ana has been in a reteach group")


def test_pairs_together_all_the_while_are_told_unless_a_rule_wants_it():
    levels = (HIGH, HIGH, HIGH)
    history = (
        past(0, (0, 1), (2, 3), (4, 5), levels=levels),
        past(3, (0, 1, 4), (2, 5), (3,), levels=levels),
        past(6, (0, 1, 5), (2, 4), (3,), levels=levels),
    )
    said = notes(*history)[StabilityKind.SAME_PARTNERS]
    assert said == "Ana and Ben have been in one group for 6 weeks. A mixed round would help."
    by_rule = notes(*history, together=[frozenset((0, 1))])
    assert StabilityKind.SAME_PARTNERS not in by_rule


def test_several_pairs_are_counted():
    levels = (HIGH, HIGH)
    said = notes(
        past(0, (0, 1, 2), (3, 4), levels=levels), past(6, (0, 1, 2, 4), (3,), levels=levels)
    )
    assert said[StabilityKind.SAME_PARTNERS].startswith("3 pairs have been in one group")


def test_who_has_met_less_than_half_the_class_is_told_once_there_was_time():
    levels = (HIGH,) * 4
    groups = ((0, 1), (2, 3), (4, 5, 6, 7))
    assert StabilityKind.NEVER_MET not in notes(past(5, *groups, levels=levels))
    said = notes(past(6, *groups, levels=levels))[StabilityKind.NEVER_MET]
    assert said.startswith("In 6 weeks Ana, Ben and 6 others have been in a group with fewer")
    assert "the fewest with 1" in said


def test_other_limits_can_be_asked_for():
    groups = ((0, 1, 2, 3), (4, 5, 6, 7))
    patient = StabilityLimits(need_groups=9, streak=9)
    assert notes(past(7, *groups), limits=patient) == {}


def test_only_what_needs_it_asks_for_a_mixed_round():
    found = stability_notes([past(7, (0, 1, 2, 3), (4, 5, 6, 7))], names=NAMES, today=TODAY)
    wants = {note.kind: note.wants_mixed for note in found}
    assert wants == {
        StabilityKind.SAME_LEVEL: True,
        StabilityKind.UNCHANGED: False,
        StabilityKind.NEVER_MET: True,
    }
