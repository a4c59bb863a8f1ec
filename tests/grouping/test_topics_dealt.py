from dataclasses import replace

from plplanner.grouping.rules import students_in_order
from plplanner.grouping.slots import slots_for
from plplanner.grouping.topics_dealt import topics_dealt
from plplanner.terms import GroupingStrategy
from tests.grouping.builders import a_problem, with_further


def deals(choices, groups, topics=("Moon", "Stars", "Sun"), **sizes):
    problem = a_problem(*[1] * len(choices), groups=groups, **sizes)
    known = {number: {"choices": chosen} for number, chosen in enumerate(choices)}
    problem = replace(
        with_further(problem, known, topics=topics), strategy=GroupingStrategy.INTEREST
    )
    slots = slots_for(problem, groups)
    dealt = topics_dealt(problem, students_in_order(problem), slots)
    return [[slot.topic for slot in one] for one in dealt]


def test_the_topics_most_students_want_come_first():
    choices = [("Sun", "Moon")] * 4 + [("Moon", "Sun")] * 4
    assert deals(choices, 2)[0] == ["Moon", "Sun"]


def test_a_topic_many_want_is_dealt_twice():
    choices = [("Sun", "Moon")] * 9 + [("Stars", "Sun")] * 3
    assert deals(choices, 3, smallest=3, largest=5)[0] == ["Stars", "Sun", "Sun"]


def test_many_topics_and_groups_are_dealt_in_a_moment():
    topics = tuple(f"T{n:02}" for n in range(12))
    choices = [(topics[n % 12], topics[(n + 1) % 12]) for n in range(24)]
    assert len(deals(choices, 8, topics=topics)) == 3


def test_other_ways_have_no_topics():
    problem = a_problem(*[1] * 6, groups=2)
    slots = slots_for(problem, 2)
    assert topics_dealt(problem, problem.students, slots) == [slots]
