from dataclasses import replace
from datetime import date

from plplanner.grouping.history import changes_since, day_words, entries_of, in_use, piles_then
from plplanner.grouping.saved.rows import PastGroup, PastGroups
from plplanner.terms import GROUP_IDENTITIES, GroupingStrategy, GroupSetState, MasteryLevel
from tests.grouping.builders import a_problem, name_of

RIVER, COMET, MAPLE = GROUP_IDENTITIES[:3]
STUDENTS = a_problem(1, 2, 5, 5).students
BY_ID = {one.student_id: one for one in STUDENTS}


def past(number, day, *groups, state=GroupSetState.IN_USE):
    made = (
        PastGroup(identity, level, tuple((one, name_of(one)) for one in ids))
        for identity, level, ids in groups
    )
    return PastGroups(number, day, "a quiz", GroupingStrategy.NEED, state, tuple(made))


THEN = past(1, date(2026, 11, 12), (RIVER, MasteryLevel.NOT_YET, (0, 1, 2)),
            (COMET, MasteryLevel.SECURE, (3, 9)))  # fmt: skip
NOW = past(2, date(2026, 11, 20), (MAPLE, MasteryLevel.SECURE, (2, 3)),
           (RIVER, MasteryLevel.NOT_YET, (0, 1)))  # fmt: skip


def test_a_day_is_said_shortly():
    assert day_words(date(2026, 11, 12)) == "Thu 12 Nov"


def test_days_are_named_and_several_of_one_day_numbered():
    again = past(3, date(2026, 11, 20))
    said = [entry.says for entry in entries_of([again, NOW, THEN])]
    assert said == ["Fri 20 Nov, 2nd", "Fri 20 Nov, 1st", "Thu 12 Nov"]


def test_the_third_and_the_eleventh_are_said_right():
    many = [past(n, date(2026, 11, 20)) for n in range(13)]
    said = [entry.says.partition(", ")[2] for entry in entries_of(many)]
    assert said[0] == "13th"
    assert said[-1:-4:-1] == ["1st", "2nd", "3rd"]


def test_drafts_put_aside_are_called_so_and_are_not_groups_in_use():
    draft = past(4, date(2026, 11, 21), state=GroupSetState.DRAFT)
    assert entries_of([draft])[0].says == "Draft of Sat 21 Nov"
    assert in_use([past(4, date(2026, 11, 21), state=GroupSetState.DRAFT), NOW]) == (NOW,)


def test_who_sits_elsewhere_now_is_told_with_the_levels_of_both_groups():
    changes = changes_since(THEN, NOW, BY_ID)
    (cy,) = changes.moves
    assert (cy.name, cy.before, cy.after) == ("Cy", RIVER, MAPLE)
    assert (cy.why, changes.students) == ("Not yet then, secure now.", 4)


def test_the_same_level_is_said_once():
    other = past(2, date(2026, 11, 20), (RIVER, MasteryLevel.NOT_YET, (0, 1)),
                 (MAPLE, MasteryLevel.NOT_YET, (2, 3)))  # fmt: skip
    assert changes_since(THEN, other, BY_ID).moves[0].why == "Not yet both times."


def test_the_piles_of_then_say_where_everyone_is_now_and_leave_out_who_has_left():
    piles = piles_then(THEN, NOW, STUDENTS)
    shorts = {one.name: (one.short, one.moves) for pile in piles for one in pile.students}
    assert shorts == {
        "Ana": ("together still", False),
        "Ben": ("together still", False),
        "Cy": ("now in Maple", True),
        "Dee": ("together still", False),
    }


def test_who_is_in_no_group_now_is_said():
    (_, comet) = piles_then(THEN, past(2, date(2026, 11, 20)), STUDENTS)
    assert comet.students[0].short == "in no group now"


def test_another_group_of_the_same_name_is_told_apart():
    then = past(1, date(2026, 11, 12), (RIVER, MasteryLevel.SECURE, (0,)),
                (COMET, MasteryLevel.SECURE, (1, 2, 3)))  # fmt: skip
    now = past(2, date(2026, 11, 20), (RIVER, MasteryLevel.SECURE, (0, 1, 2, 3)))
    (ana,) = changes_since(then, now, BY_ID).moves
    assert (ana.name, ana.why) == ("Ana", "River has other students now.")
    assert piles_then(then, now, STUDENTS)[0].students[0].short == "another River now"


def test_drafts_for_later_weeks_are_called_by_the_day_they_start():
    day = date(2026, 11, 20)
    later = replace(past(5, day, state=GroupSetState.DRAFT), starts_on=date(2026, 11, 30))
    assert [one.says for one in entries_of([NOW, later])] == ["Fri 20 Nov", "From Mon 30 Nov"]
