from plplanner.importing.blank_cells import blank_cells
from plplanner.importing.corrections import BlankMeans, Corrections, corrected
from tests.importing.files import read_text

READ = read_text("Name,Quiz /5\nAnn,4\nBo,\nCy,0\nDe,M\n")


def test_zeros_and_missing_marks_that_were_typed_are_no_blanks():
    assert blank_cells(corrected(READ, Corrections())) == frozenset()


def test_what_a_blank_is_said_to_mean_is_still_a_blank():
    for means in (BlankMeans.ZERO, BlankMeans.NOT_HANDED_IN):
        assert blank_cells(corrected(READ, Corrections(blank=means))) == {(1, 0)}
