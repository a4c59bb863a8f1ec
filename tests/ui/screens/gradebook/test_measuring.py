from datetime import timedelta
from types import SimpleNamespace

from plplanner.library.queries import standards
from plplanner.library.rows import StandardRow
from plplanner.ui.screens.gradebook.measuring import (
    codes_in_title,
    ids_of,
    offers_of,
    said_of_new,
    todays_standard,
)
from tests.builders import MONDAY

KNOWN = [
    StandardRow(1, "3.NF.A.1", "Unit fractions", None, {}),
    StandardRow(2, "3.NF.A.2", "", None, {}),
]


def test_a_code_in_a_title_is_written_as_the_planner_writes_it():
    assert codes_in_title("Exit 3.NF.2 again", KNOWN) == ["3.NF.A.2"]
    assert codes_in_title("Exit 4.OA.A.1", KNOWN) == ["4.OA.A.1"]
    assert codes_in_title("Exit ticket 3, room 2.1", KNOWN) == []


def test_standards_are_offered_by_code_and_sentence():
    assert offers_of(KNOWN) == ["3.NF.A.1 · Unit fractions", "3.NF.A.2"]


def test_only_a_new_standard_is_worth_a_word():
    assert said_of_new(["3.NF.1"], KNOWN) == ""
    assert said_of_new(["X.1", "X.2", "3.NF.1"], KNOWN) == (
        "X.1, X.2 are new standards of your own."
    )


def test_a_standard_nobody_knows_is_added_and_a_known_one_found_in_any_spelling(
    stage_on, sample_planner
):
    desk = stage_on(sample_planner).desk
    known = desk.ask(standards)
    first, new = desk.do_together(
        "Try", lambda session: ids_of(session, [known[0].code.lower(), "9.ZZ.1"], known)
    )
    assert first == known[0].id
    assert {row.id: row.code for row in desk.ask(standards)}[new] == "9.ZZ.1"


def test_the_standard_is_that_of_the_groups_todays_plan_is_for(stage_on, planned):
    stage = stage_on(planned)

    def on(day, class_id=stage.choice.class_id):
        choice = SimpleNamespace(class_id=class_id, today=day)
        return todays_standard(SimpleNamespace(desk=stage.desk, choice=choice))

    codes = {row.id: row.code for row in stage.desk.ask(standards)}
    assert codes[on(MONDAY)] == "3.NF.A.2"
    assert on(MONDAY + timedelta(days=1)) is None
    assert on(MONDAY, None) is None
