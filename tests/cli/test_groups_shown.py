from plplanner.cli.groups_shown import (
    as_json,
    for_people,
    weeks_as_json,
    weeks_for_people,
    why_as_json,
    why_for_people,
)
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.rows import GroupingBasis, MoveCost, WeeksAhead, WhyStudent
from tests.grouping.builders import a_problem

PROBLEM = a_problem(1, 1, 5, 5, groups=2, smallest=1)
PROPOSAL = form_groups(PROBLEM)
BASIS = GroupingBasis("“Exit ticket”")


def test_people_read_what_groups_rest_on_and_everyone_once():
    lines = for_people(PROBLEM, PROPOSAL, BASIS)
    assert lines[0] == "From “Exit ticket”"
    assert sum(line.startswith("  ") for line in lines) == 4


def test_json_holds_the_numbers_behind_the_groups():
    said = as_json(PROBLEM, PROPOSAL, BASIS)
    assert (said["objective"], said["status"]) == (PROPOSAL.objective, PROPOSAL.status)
    assert {group["level"] for group in said["groups"]} == {"not_yet", "secure"}


def test_why_is_said_in_sentences_and_numbers():
    move = MoveCost("kite", "In Kite Ana would fit as well.", ("Ana and Ben apart",), 12)
    why = WhyStudent(0, "Ana has 1 of 5.", (move,))
    assert why_for_people(why) == ["Ana has 1 of 5.", "In Kite Ana would fit as well."]
    assert why_as_json(why)["moves"][0] == {
        "to": "Kite",
        "sentence": move.sentence,
        "breaks": ["Ana and Ben apart"],
        "cost": 12,
    }


def test_weeks_are_listed_one_after_another():
    plan = WeeksAhead((PROPOSAL, PROPOSAL), 2, "Two meet again.")
    lines = weeks_for_people(PROBLEM, plan)
    assert (lines[0], lines.count("Week 2")) == ("Two meet again.", 1)
    said = weeks_as_json(PROBLEM, plan, BASIS)
    assert (said["repeats"], len(said["weeks"])) == (2, 2)
