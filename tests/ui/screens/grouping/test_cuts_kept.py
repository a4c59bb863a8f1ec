from dataclasses import replace

from plplanner.gradebook.mastery import DEFAULT_SCALE, MasteryScale
from plplanner.grouping.rows import GroupingBasis
from plplanner.ui.screens.grouping.cuts_kept import CutsKept

TICKET = GroupingBasis("“Exit ticket”, Fri 20 Nov", assessment_id=3)
STRICT = MasteryScale(secure=1.0, nearly=0.8)


def test_the_cuts_of_an_assessment_are_kept_whatever_it_is_called():
    cuts = CutsKept()
    assert cuts.of(TICKET) == cuts.of(None) == DEFAULT_SCALE
    cuts.keep(TICKET, STRICT)
    assert cuts.of(replace(TICKET, words="“Fractions”, Fri 20 Nov")) == STRICT
    assert cuts.of(replace(TICKET, assessment_id=4)) == DEFAULT_SCALE
    cuts.forget(TICKET)
    assert cuts.of(TICKET, otherwise=STRICT) == STRICT
    assert cuts.of(TICKET) == DEFAULT_SCALE
