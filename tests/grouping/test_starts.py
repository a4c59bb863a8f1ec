from dataclasses import replace

from plplanner.grouping.attempts import attempts_for
from plplanner.grouping.starts import starts_of
from plplanner.terms import GroupingStrategy
from tests.grouping.builders import a_problem, last_time, with_further


def starts(problem):
    attempt = next(attempts_for(problem))[0]
    return attempt, list(starts_of(attempt))


def test_need_begins_with_the_best_runs():
    attempt, (start,) = starts(a_problem(1, 5, 1, 5, groups=2, smallest=1))
    seats = [start.group[one] for one in attempt.case.ids]
    assert seats[0] == seats[2] != seats[1] == seats[3]


def test_calm_begins_with_the_last_groups_and_new_students_join_the_smallest():
    problem = a_problem(*[1] * 6, groups=2, smallest=1)
    problem = replace(problem, earlier=(last_time((0, 1, 2), (3, 4)),), calm=2)
    attempt, (start, _) = starts(problem)
    slot_of = {slot.identity.word: slot.id for slot in attempt.case.slots}
    assert start.group[attempt.case.ids[0]] == slot_of["River"]
    assert start.group[attempt.case.ids[5]] == slot_of["Comet"]


def test_profiles_begin_sorted_and_chance_begins_anywhere():
    profiles = {n: {"profile": (10 * (n % 2), 50)} for n in range(4)}
    problem = with_further(a_problem(*[1] * 4, groups=2), profiles, targets=("a", "b"))
    attempt, (start,) = starts(
        replace(problem, strategy=GroupingStrategy.PROFILE, smallest=2, largest=2)
    )
    seats = [start.group[one] for one in attempt.case.ids]
    assert seats[0] == seats[2] != seats[1]
    assert starts(replace(problem, strategy=GroupingStrategy.RANDOM, smallest=2))[1] == [None]
