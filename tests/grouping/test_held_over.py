from dataclasses import replace

from plplanner.grouping.held_over import said_of_move
from plplanner.grouping.rows import MoveCost, MoveJudged, Pile, StudentOnPile
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel
from tests.grouping.builders import apart, name_of, together

RIVER, COMET = GROUP_IDENTITIES[:2]
LOW, MIDDLE, HIGH = MasteryLevel.NOT_YET, MasteryLevel.NEARLY, MasteryLevel.SECURE
NOBODY_KNOWS = MasteryLevel.NO_EVIDENCE


def a_pile(identity, level, *numbers):
    students = (StudentOnPile(n, name_of(n), level, "3/5", "", "") for n in numbers)
    return Pile(identity, level, "", tuple(students))


PILES = (a_pile(RIVER, LOW, 0, 1), a_pile(COMET, HIGH, 2, 3))


def said(student, key, *, piles=PILES, rules=(), sizes=(0, 8), **known):
    return said_of_move(student, key, piles=piles, rules=rules, sizes=sizes, **known)


def test_a_rule_that_would_break_is_named_before_anything_else():
    broken = said(0, "comet", rules=[apart(0, 2)], sizes=(0, 2))
    assert broken == ("Breaks “Ana and Cy apart”.", True)
    assert said(0, "comet", rules=[together(0, 1)])[0] == "Breaks “Ana and Ben together”."


def test_a_rule_broken_already_is_not_this_move_s_doing():
    piles = (a_pile(RIVER, LOW, 0, 1, 4), a_pile(COMET, HIGH, 2, 3))
    assert said(4, "comet", piles=piles, rules=[apart(0, 1)])[1] is False


def test_a_group_that_would_be_too_large_is_said_and_absent_students_do_not_count():
    assert said(0, "comet", sizes=(0, 2)) == ("Comet would have 3, at most 2 asked for.", True)
    absent = replace(PILES[1].students[0], is_absent=True)
    piles = (PILES[0], replace(PILES[1], students=(absent, PILES[1].students[1])))
    assert said(0, "comet", piles=piles, sizes=(0, 2))[1] is False


def test_the_engine_s_sentence_is_used_where_there_is_one():
    cost = MoveCost("comet", "In Comet she would be two levels away from everyone.", (), 9)
    assert said(0, "comet", cost=cost) == (cost.sentence, False)


def test_a_group_that_would_be_left_too_small_is_said():
    assert said(0, "comet", sizes=(2, 8)) == ("River would have 1, at least 2 asked for.", True)


def test_what_the_engine_has_judged_stands_for_the_rules():
    breaks = MoveJudged(40, ("At most 1 “leader” in a group",))
    assert said(0, "comet", judged=breaks) == ("Breaks “At most 1 “leader” in a group”.", True)
    assert said(0, "comet", judged=MoveJudged(40, ()), rules=[apart(0, 2)])[1] is False


def test_a_move_for_the_better_is_called_so():
    better = said(0, "comet", judged=MoveJudged(-5, ()))[0]
    assert better.endswith("in Comet. All groups together would fit better.")


def test_else_the_levels_speak():
    assert said(0, "comet")[0] == "Not yet: two levels from most in Comet."
    assert said(2, "river")[0] == "Secure: two levels from most in River."
    near = (a_pile(RIVER, LOW, 0), a_pile(COMET, MIDDLE, 1))
    assert said(0, "comet", piles=near)[0] == "Not yet: one level from most in Comet."
    same = (a_pile(RIVER, HIGH, 0), a_pile(COMET, HIGH, 1))
    assert said(0, "comet", piles=same)[0] == "Secure: the level of most in Comet."


def test_without_scores_nothing_is_claimed():
    unseen = (a_pile(RIVER, NOBODY_KNOWS, 0), a_pile(COMET, HIGH, 1))
    assert said(0, "comet", piles=unseen)[0] == "Ana has no score yet, so any group is a guess."
    assert said(1, "river", piles=unseen)[0] == "Nobody in River has a score yet."


def test_over_her_own_group_or_nowhere_there_is_nothing_to_say():
    assert said(0, "river") == ("", False)
    assert said(9, "river") == ("", False)
    assert said(0, "kite") == ("", False)
