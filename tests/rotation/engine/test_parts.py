from dataclasses import replace

from plplanner.rotation.engine.parts import groups, parts_of, times
from plplanner.rotation.engine.rows import Adult, Cell, LessonDay, Order, Rule
from tests.rotation.engine.made_up_lessons import group, lesson, rounds, station


def a_full_lesson():
    """Every kind of rule once."""
    quiet = station(
        "quiet",
        seats=3,
        internet=True,
        adults=("p",),
        shortest=20,
        least=2,
        closed=((0, 0),),
    )
    return lesson(
        groups=(
            group("a", least_meetings=2, each_student_seen=1, least=(("quiet", 1),)),
            group("b"),
        ),
        stations=("teacher", quiet, station("talk", longest=10, groups_at_once=2)),
        days=(LessonDay(rounds(15, 15), devices=4, internet=False),),
        adults=(Adult("p", "Ms. P"),),
        fixed=(Cell("a", 0, 1, "quiet"),),
        orders=(Order("quiet", "teacher"),),
    )


def names():
    return {part.rule: part.name for part in parts_of(a_full_lesson()) if "talk" not in part.name}


def test_every_rule_is_named_as_the_teacher_reads_it():
    named = names()
    assert named[Rule.FIXED] == "a at quiet in round 2"
    assert named[Rule.LEAST_MEETINGS] == "a meets the teacher twice"
    assert named[Rule.EACH_STUDENT_SEEN] == "every student of a meets the teacher once"
    assert named[Rule.LEAST_OF_GROUP] == "a comes to quiet once"
    assert named[Rule.SEATS] == "quiet seats 3"
    assert named[Rule.ADULT] == "quiet needs Ms. P"
    assert named[Rule.LENGTH] == "quiet needs rounds of 20 minutes"
    assert named[Rule.ORDER] == "quiet before teacher"
    assert named[Rule.DEVICES] == "4 devices"
    assert set(Rule) - set(named) == {Rule.SHAPE, Rule.ONE_PLACE}


def test_dropping_every_part_leaves_a_lesson_without_rules():
    problem = a_full_lesson()
    for part in parts_of(problem):
        problem = part.drop(problem)
    kept = {part.rule for part in parts_of(problem)}
    assert kept == {Rule.MEETINGS_PER_DAY}


def test_softer_changes_come_least_first():
    softer = {part.rule: [words for words, _ in part.softer] for part in parts_of(a_full_lesson())}
    assert softer[Rule.LEAST_MEETINGS] == ["Let a meet the teacher once, not twice."]
    assert softer[Rule.DEVICES][:2] == ["Find 1 more devices.", "Find 2 more devices."]
    seats = next(part for part in parts_of(a_full_lesson()) if part.rule is Rule.SEATS)
    words, change = seats.softer[0]
    assert words == "Give quiet 4 seats."
    assert next(s.seats for s in change(a_full_lesson()).stations if s.id == "quiet") == 4


def test_rules_that_bind_nobody_are_not_parts():
    roomy = replace(lesson(), stations=(station("quiet", groups_at_once=3, most_per_day=3),))
    assert {part.rule for part in parts_of(roomy)} == {Rule.MEETINGS_PER_DAY}


def test_counts_are_words():
    assert [times(n) for n in (1, 2, 3)] == ["once", "twice", "3 times"]
    assert [groups(n) for n in (1, 2)] == ["1 group", "2 groups"]
