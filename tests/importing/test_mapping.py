from datetime import date

import pytest

from plplanner.importing.corrections import BlankMeans, Corrections, corrected
from plplanner.importing.header_words import ColumnRole
from plplanner.importing.mapping import corrections_from, mapping_of, shape_of_file
from plplanner.importing.rows import AssessmentRead, ColumnRead
from plplanner.terms import ScoreStatus
from tests.importing.files import read_text

READ = read_text("Name,Student ID,Quiz 1 /5,Stars\nAnn Li,1,4,3\nBo Ek,2,,2\n")
QUIZ = AssessmentRead("Ratios", 5.0, date(2026, 11, 20), standards=("6.RP.A.1",))
TOLD = Corrections(
    columns={
        2: ColumnRead("Quiz 1 /5", ColumnRole.SCORE, assessment=QUIZ),
        3: ColumnRead("Stars", ColumnRole.LEFT_OUT, why="You left it out."),
    },
    blank=BlankMeans.NOT_HANDED_IN,
    marks={"M": ScoreStatus.MISSING},
    bare_numbers_are_percent=True,
    extra_credit=True,
)


def again(read, corrections=TOLD):
    return corrections_from(mapping_of(READ, corrections).corrections, read)


def test_corrections_come_back_on_the_same_file():
    assert again(READ) == TOLD
    assert again(READ, Corrections()) == Corrections()


def test_a_gradebook_that_has_grown_has_the_same_shape_and_keeps_them_by_heading():
    grown = read_text("Name,Student ID,New /9,Quiz 1 /5,Stars\nAnn Li,1,7,4,3\n")
    assert shape_of_file(grown) == shape_of_file(READ)
    assert sorted(again(grown).columns) == [3, 4]
    titles = [one.title for one in corrected(grown, again(grown)).assessments]
    assert titles == ["New /9", "Ratios"]


def test_only_what_was_corrected_is_kept_so_that_the_file_can_say_the_rest_anew():
    points = read_text("Name,Student ID,Quiz 1 /5,Stars\nAnn Li,1,4,3\nPoints possible,,8,5\n")
    assessment = again(points).columns[2].assessment
    assert (assessment.title, assessment.date) == ("Ratios", QUIZ.date)
    assert assessment.points_possible == points.assessments[0].points_possible


def test_cells_typed_over_are_not_for_the_next_file():
    assert again(READ, Corrections(cells={(1, 2): "5"})) == Corrections()


def test_answers_about_a_bare_list_of_names_are_not_for_another_list():
    bare = read_text("Name,Quiz 1 /5\nAnn Li,4\n")
    other = read_text("Name,Book report /5\nAnn Li,4\n")
    kept = mapping_of(bare, Corrections(blank=BlankMeans.ZERO)).corrections
    assert shape_of_file(bare) == shape_of_file(other) != shape_of_file(READ)
    assert corrections_from(kept, other) == Corrections()
    assert corrections_from(kept, bare) == Corrections(blank=BlankMeans.ZERO)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"columns": [["name", 0, {}]]}', "null"])
def test_text_that_says_nothing_corrects_nothing(text):
    assert corrections_from(text, READ) == Corrections()


def test_two_columns_of_one_heading_stay_apart():
    twins = read_text("Name,Student ID,Quiz /5,Quiz /5\nAnn Li,1,4,3\n")
    out = ColumnRead("Quiz /5", ColumnRole.LEFT_OUT)
    kept = mapping_of(twins, Corrections(columns={3: out})).corrections
    assert list(corrections_from(kept, twins).columns) == [3]


def test_which_class_a_section_becomes_is_kept_and_an_answer_for_no_section_is_not():
    said = Corrections(classes={"Math P2": "Period 2", "": "Art"})
    assert again(READ, said) == Corrections(classes={"Math P2": "Period 2"})
