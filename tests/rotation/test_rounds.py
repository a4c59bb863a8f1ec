from datetime import date, time

import pytest

from plplanner.problems import Problem
from plplanner.rotation.rounds import (
    RoundLength,
    alike_lengths,
    clock_rounds,
    default_rounds,
    judge_round_length,
    minutes_left,
    own_lengths,
    round_choices,
    round_length_words,
    round_minutes,
)
from plplanner.rotation.rows import GroupToRotate, RotationProblem

BLOCKS = {"launch": 8, "close": 5, "move": 2}


def a_lesson(**fields):
    groups = tuple(GroupToRotate(n, f"k{n}", f"Group {n}", 7, 0) for n in range(4))
    values = {"day": date(2026, 11, 23), "starts_at": time(9), "minutes": 60, "stations": ()}
    return RotationProblem(**{**values, "groups": groups, **fields})


def test_an_hour_holds_three_rounds_of_thirteen_minutes():
    rounds = clock_rounds(a_lesson())
    assert [row.starts_at for row in rounds] == [time(9, 10), time(9, 25), time(9, 40)]
    assert {row.minutes for row in rounds} == {13}
    assert [row.number for row in rounds] == [1, 2, 3]


@pytest.mark.parametrize(
    ("minutes", "rounds"), [(10, 1), (45, 2), (50, 2), (60, 3), (75, 4), (90, 4)]
)
def test_rounds_follow_from_the_length_of_the_lesson(minutes, rounds):
    assert default_rounds(groups=4, minutes=minutes, **BLOCKS) == rounds


def test_there_are_no_more_rounds_than_groups():
    assert default_rounds(groups=2, minutes=90, **BLOCKS) == 2


def test_rounds_never_run_into_the_close():
    for minutes in range(20, 121):
        for rounds in range(1, 9):
            length = round_minutes(minutes=minutes, rounds=rounds, **BLOCKS)
            used = 8 + 5 + 2 * (rounds + 1) + rounds * length
            assert minutes - rounds < used <= minutes


def test_a_lesson_too_short_for_any_round_says_so_and_how_to_mend_it():
    with pytest.raises(Problem) as caught:
        clock_rounds(a_lesson(minutes=17))
    assert caught.value.what.startswith("No round fits in 17 minutes")
    assert "longer" in caught.value.next_step
    assert "shorter" in caught.value.next_step
    assert "without a rotation" in caught.value.next_step


def test_one_minute_is_a_round():
    assert [row.minutes for row in clock_rounds(a_lesson(minutes=18))] == [1]


def test_too_many_rounds_name_the_most_that_fit():
    with pytest.raises(Problem, match=r"9 rounds do not fit in 40 minutes\. Ask for 8 rounds"):
        clock_rounds(a_lesson(minutes=40, rounds=9))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"rounds": 0}, "at least one round"),
        ({"move": -1}, "0 minutes"),
        ({"starts_at": time(23, 30)}, "runs past midnight"),
    ],
)
def test_impossible_times_are_refused_in_words(fields, words):
    with pytest.raises(Problem, match=words):
        clock_rounds(a_lesson(**fields))


def test_the_feasibility_table_of_an_hour():
    table = round_choices(minutes=60, **BLOCKS)
    assert [(row.rounds, row.minutes) for row in table[:4]] == [(1, 43), (2, 20), (3, 13), (4, 9)]
    assert table[2].length is RoundLength.COMFORTABLE
    assert table[3].length is RoundLength.TOO_SHORT


def test_twelve_minutes_are_comfortable_and_nine_too_short():
    assert [judge_round_length(minutes) for minutes in (12, 11, 10, 9)] == [
        RoundLength.COMFORTABLE,
        RoundLength.SHORT,
        RoundLength.SHORT,
        RoundLength.TOO_SHORT,
    ]
    assert round_length_words(12) is None
    assert round_length_words(11) == "Rounds of 11 minutes are short."
    assert round_length_words(9) == "Rounds of 9 minutes are too short for most tasks."


def test_rounds_have_the_lengths_that_were_asked_for_one_move_apart():
    rounds = clock_rounds(a_lesson(lengths=(19, 10, 10)))
    assert [(row.starts_at, row.minutes) for row in rounds] == [
        (time(9, 10), 19), (time(9, 31), 10), (time(9, 43), 10),
    ]  # fmt: skip
    assert own_lengths(rounds) == (19, 10, 10)
    assert clock_rounds(a_lesson(lengths=(19, 10, 10), rounds=3)) == rounds
    assert minutes_left((19, 10, 10), minutes=60, **BLOCKS) == 0


def test_lengths_that_do_not_fit_or_of_other_rounds_leave_all_alike():
    plain = clock_rounds(a_lesson(rounds=3))
    assert clock_rounds(a_lesson(lengths=(20, 10, 10), rounds=3)) == plain
    assert clock_rounds(a_lesson(lengths=(20, 10), rounds=3)) == plain
    assert own_lengths(plain) == ()
    assert minutes_left((20, 10, 10), minutes=60, **BLOCKS) == -1


def test_rounds_that_are_alike_fill_the_lesson():
    asked = {"launch": 8, "close": 5, "move": 2}
    assert alike_lengths(minutes=60, rounds=3, **asked) == (13, 13, 13)
    assert alike_lengths(minutes=20, rounds=3, **asked) == ()
