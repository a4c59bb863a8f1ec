from plplanner.importing.corrections import Corrections
from plplanner.importing.header_words import ColumnRole
from plplanner.importing.preview import mark_of, near_matches, preview_import, rows_shown
from plplanner.importing.rows import KnownPlanner, KnownStudent
from plplanner.importing.told_column import told_column
from tests.importing.files import ANN, BO, read_rows, read_text

EMPTY = KnownPlanner()


def preview(read, *, known=EMPTY, name="P2", corrections=None, chosen=None):
    return preview_import(
        read, known, class_name=name, corrections=corrections or Corrections(), chosen=chosen or {}
    )


def test_the_figures_of_all_classes_are_added():
    counts = preview(read_rows((*ANN, "4"), (*BO, "5"))).counts
    assert (counts.students_new, counts.scores_new) == (2, 2)


def test_points_come_first_and_empty_rows_are_not_shown():
    read = read_text("Name,Quiz\nAnn,4\n,\nPoints possible,5\nBo,3\n")
    assert rows_shown(read.source) == (3, 1, 4)


def test_cells_say_what_they_are_taken_for():
    shown = preview(read_rows((*ANN, ""), (*BO, "EX")))
    assert mark_of(shown, 2, 3).aside == "blank: no evidence"
    assert mark_of(shown, 3, 3).aside == "excused"
    assert mark_of(shown, 1, 3).aside == ""
    assert mark_of(shown, 2, 0).aside == ""


def test_a_score_above_its_points_is_marked_and_stays_out():
    shown = preview(read_rows((*ANN, "11"), (*BO, "5")))
    (trouble,) = shown.troubles
    assert (trouble.row, trouble.place, trouble.student) == (2, 3, "Li, Ann")
    assert (trouble.text, trouble.above, trouble.possible) == ("11", True, 5)
    assert mark_of(shown, 2, 3).aside == "of 5"
    assert "11" in mark_of(shown, 2, 3).wrong
    assert (shown.counts.scores_new, shown.counts.unread) == (1, 1)


def test_a_class_that_cannot_be_told_still_shows_the_file():
    shown = preview(read_rows((*ANN, "4"), (*BO, "5")), name="Science 9")
    assert shown.problem is not None
    assert shown.classes == ()
    assert len(rows_shown(shown.source)) == 3


def test_a_file_without_names_still_shows_the_file():
    read = read_rows((*ANN, "4"))
    column = told_column(read.source.columns[0], role=ColumnRole.LEFT_OUT)
    shown = preview(read, corrections=Corrections(columns={0: column}))
    assert "names" in shown.problem.what
    assert shown.source.columns[0].role is ColumnRole.NAME


def test_near_matches_are_offered_and_stay_when_chosen():
    known = KnownPlanner(students=(KnownStudent(7, "Garcia", "Ana"),))
    read = read_text("Last,First,Quiz /5\nGarcía,Ana,4\n")
    for chosen in ({}, {0: 7}):
        ((row, student),) = near_matches(preview(read, known=known, chosen=chosen))
        assert (row, student.offered, student.known_id) == (0, (7,), chosen.get(0))
