import pytest

from plplanner.importing.guess_kind import guess_kind
from plplanner.terms import AssessmentKind as Kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Exit Ticket 6.RP.A.1", Kind.EXIT_TICKET),
        ("Exit 9/10", Kind.EXIT_TICKET),
        ("Exit Quiz 3", Kind.EXIT_TICKET),
        ("Quiz 1: Ratios", Kind.QUIZ),
        ("Unit 1 Test", Kind.UNIT_TEST),
        ("Test", Kind.UNIT_TEST),
        ("Homework 3", Kind.HOMEWORK),
        ("HW 4", Kind.HOMEWORK),
        ("Warm-up 2", Kind.QUICK_CHECK),
        ("Fall Benchmark", Kind.BENCHMARK),
        ("Läxa 2", Kind.HOMEWORK),
        ("Contest essay", Kind.OTHER),
        (None, Kind.OTHER),
    ],
)
def test_the_title_tells_the_kind(title, kind):
    assert guess_kind(title) is kind
