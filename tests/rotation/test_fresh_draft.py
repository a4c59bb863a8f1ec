import pytest

from plplanner.problems import Problem
from plplanner.rotation.draft import draft_plan
from plplanner.rotation.fresh_draft import DayToDraft, draft_in_template, fresh_draft
from plplanner.rotation.templates.rows import DayShape, DayTemplateRow, TemplateStationRow
from plplanner.terms import Weekday
from tests.rotation.lessons import a_lesson

LESSON = a_lesson((2, 1))


def a_template(rounds):
    stations = tuple(
        TemplateStationRow(one.name, one.kind, one.place, "Fact game") for one in LESSON.stations
    )
    shape = DayShape(minutes=60, rounds=rounds, stations=stations)
    return DayTemplateRow(1, "Mondays", Weekday.MONDAY, shape)


def test_without_a_template_it_is_the_plain_draft():
    made = fresh_draft(DayToDraft(LESSON, 7, {}))
    assert made.draft == draft_plan(LESSON, group_set_id=7, playlists={})
    assert (made.template, made.notes) == ("", ())


def test_a_template_gives_its_rounds_and_its_routine():
    made = fresh_draft(DayToDraft(LESSON, 7, {}, a_template(1)))
    assert (made.template, len(made.draft.proposal.rounds)) == ("Mondays", 1)
    assert set(made.draft.tasks.values()) == {"Fact game"}


def test_one_that_does_not_fit_is_left_out_with_a_note_or_refused_when_asked_for():
    asked = DayToDraft(LESSON, 7, {}, a_template(30))
    made = fresh_draft(asked)
    assert made.template == ""
    assert made.notes == ("“Mondays” does not fit: 30 rounds do not fit in 60 minutes.",)
    with pytest.raises(Problem, match="do not fit"):
        draft_in_template(asked, asked.template)
