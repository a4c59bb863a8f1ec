from plplanner.importing.header_words import ColumnRole
from plplanner.importing.rows import AssessmentRead, ColumnRead
from plplanner.importing.told_column import suggested_assessment, told_column

SKIPPED = ColumnRead("Lab 3.NF.A.1 (20 points) (48211)", ColumnRole.LEFT_OUT, why="Text.")


def test_a_skipped_column_says_that_it_was_a_choice():
    column = ColumnRead("Quiz", ColumnRole.SCORE, assessment=AssessmentRead("Quiz", 5))
    told = told_column(column, role=ColumnRole.LEFT_OUT)
    assert (told.assessment, told.why) == (None, "You chose to skip it.")
    assert told_column(SKIPPED, role=ColumnRole.LEFT_OUT).why == "Text."


def test_an_id_keeps_the_kind_its_heading_names():
    told = told_column(ColumnRead("SSID", ColumnRole.LEFT_OUT, why="x"), role=ColumnRole.ID)
    assert (told.id_kind, told.why) == ("state_id", "")


def test_a_new_assessment_takes_what_its_heading_tells():
    suggested = suggested_assessment(SKIPPED)
    assert (suggested.points_possible, suggested.standards) == (20, ("3.NF.A.1",))
    assert suggested.title == "Lab 3.NF.A.1 (20 points)"


def test_a_heading_marked_as_scale_scores_stays_one():
    told = suggested_assessment(ColumnRead("MAP Fall (scale score)", ColumnRole.LEFT_OUT))
    assert (told.title, told.points_possible, told.is_scale) == ("MAP Fall", None, True)


def test_points_are_read_kindly_and_nonsense_is_nothing():
    for typed, points in (("10", 10), ("7,5", 7.5), ("", None), ("ten", None), ("-3", None)):
        told = told_column(SKIPPED, role=ColumnRole.SCORE, title="Lab", points=typed)
        assert told.assessment.points_possible == points


def test_codes_are_kept_once_each():
    told = told_column(SKIPPED, role=ColumnRole.SCORE, standards=" 3.NF.1; 3.NF.2,3.NF.1 ,")
    assert told.assessment.standards == ("3.NF.1", "3.NF.2")
