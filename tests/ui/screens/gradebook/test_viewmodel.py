from datetime import date

import pytest

from plplanner.gradebook.rows import AssessmentRow, ScoreRow
from plplanner.terms import AssessmentKind, MasteryLevel, ScoreStatus
from plplanner.ui.screens.gradebook.viewmodel import KIND_WORDS, ScoresModel, score_line
from tests.builders import a_class, an_assessment

CHECK = AssessmentRow(1, 1, "Exit", AssessmentKind.EXIT_TICKET, None, 5, (), 0)


@pytest.fixture
def model(stage_on, sample_planner):
    made = ScoresModel(stage_on(sample_planner))
    made.be_shown(True)
    made.choose(made.ids[0])
    return made


def first_line(model):
    return model.lines_of(model.line_ids)[0]


def test_assessments_come_newest_first_with_what_is_scored(model):
    rows = model.page_of(model.ids)
    assert [row.title for row in rows[:2]] == ["Exit ticket: fractions on a line", "Homework 7"]
    assert (len(rows), rows[1].scored, model.students) == (6, 24, 28)


def test_title_kind_and_standard_are_searched(model):
    for words, count in (("quiz", 1), ("exit ticket", 3), ("a.3 homework", 1), ("zebra", 0)):
        model.filter_by(words)
        assert len(model.ids) == count


def test_every_column_sorts_both_ways(model):
    for key in ("title", "kind", "standards", "points", "scored", "date"):
        model.sort_by(key)
        up = model.ids
        model.sort_by(key)
        assert (model.ids, model.is_down) == (tuple(reversed(up)), True)


def a_score(**parts):
    return ScoreRow(
        **{"student_id": 1, "assessment_id": 1, "points": None, "possible": 5, "percent": None,
           "status": ScoreStatus.SCORED, "taken_on": None, **parts}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("score", "typed", "words", "level"),
    [
        (None, "", "no score yet", None),
        (a_score(status=ScoreStatus.NONE), "", "no score yet", None),
        (a_score(status=ScoreStatus.ABSENT), "a", "absent", None),
        (a_score(status=ScoreStatus.INCOMPLETE), "", "not finished", None),
        (a_score(points=4, percent=80), "4", "Secure", MasteryLevel.SECURE),
        (a_score(points=0, percent=0), "0", "Not yet", MasteryLevel.NOT_YET),
        (a_score(percent=65, possible=None), "", "65 %, nearly", MasteryLevel.NEARLY),
        (a_score(points=3.5, possible=None), "3.5", "scored", None),
    ],
)
def test_a_line_says_the_number_as_typed_and_what_it_means(score, typed, words, level):
    line = score_line(1, "Ann", CHECK, score)
    assert (line.typed, line.words, line.level) == (typed, words, level)


@pytest.mark.long
def test_each_score_is_one_step_and_nothing_new_is_none(model):
    line = first_line(model)
    model.enter(line, "2,5")
    assert (first_line(model).typed, first_line(model).words) == ("2.5", "Not yet")
    assert model.stage.desk.undo_label == "Enter score of Tola"
    before = model.stage.desk.planner.sequence
    model.enter(first_line(model), "2.5")
    model.enter(first_line(model), "nonsense")
    assert model.stage.desk.planner.sequence == before
    for text, words in (("a", "absent"), ("X", "excused"), ("-", "not handed in")):
        model.enter(first_line(model), text)
        assert first_line(model).words == words
    model.enter(first_line(model), "")
    assert first_line(model).words == "no score yet"


def test_the_grid_sorts_by_name_and_score_and_goes_back_to_the_roster(model):
    roster = model.line_ids
    model.sort_grid_by("score")
    typed = [line.typed for line in model.lines_of(model.line_ids)]
    assert typed == sorted(typed)
    model.sort_grid_by("score")
    assert [line.typed for line in model.lines_of(model.line_ids)] == sorted(typed, reverse=True)
    model.sort_grid_by("score")
    assert model.line_ids == roster
    model.sort_grid_by("name")
    assert model.lines_of(model.line_ids)[0].name == "Amara"


@pytest.mark.long
def test_title_and_day_are_corrected(model):
    chosen = model.ids[0]
    model.rename(chosen, "Exit 2")
    model.set_date(chosen, "18 Nov")
    assert (model.chosen.title, model.chosen.taken_on) == ("Exit 2", date(2026, 11, 18))
    assert model.wrong_date("soon") == "Type a day such as 20 Nov or 2026-11-20."
    assert (model.wrong_date(""), model.wrong_date("20 Nov")) == ("", "")
    model.set_date(chosen, "")
    assert model.chosen.taken_on is None


@pytest.mark.long
def test_an_exit_ticket_of_today_is_added_and_removed(model):
    said = []
    model.stage.wishes.say.connect(said.append)
    standard = model.standards[0]
    added = model.add(title="Exit 3", points="4", standard_id=standard.id)
    model.choose(added)
    row = model.chosen
    assert (row.kind, row.points_possible) == (AssessmentKind.EXIT_TICKET, 4)
    assert (row.taken_on, row.standards) == (date(2026, 11, 20), (standard.code,))
    assert model.ids[0] == added
    assert model.add(title=" ", points="4", standard_id=None) is None
    model.remove(added)
    model.remove(added)
    assert (model.chosen, model.lines, said) == (None, {}, ["Removed “Exit 3” with its scores."])


@pytest.mark.long
def test_without_a_class_there_is_nothing_and_the_sample_brings_it(stage_on, empty_planner):
    made = ScoresModel(stage_on(empty_planner))
    made.be_shown(True)
    assert (made.ids, made.add(title="X", points="5", standard_id=None)) == ((), None)
    made.add_sample()
    assert len(made.ids) == 6


@pytest.mark.long
def test_another_class_shows_its_own(model, sample_planner):
    class_id = a_class(sample_planner, students=2)
    an_assessment(sample_planner, class_id, title="Other", points=[1, 2])
    model.stage.choice.choose_class(class_id)
    assert [row.title for row in model.page_of(model.ids)] == ["Other"]
    assert model.chosen is None


def test_every_kind_has_words():
    assert set(KIND_WORDS) == set(AssessmentKind)
