from datetime import date

import pytest

from plplanner.rotation.task_offers import CellToFill, LibraryTask, Narrowing, TaskOffer
from plplanner.terms import GroupMode, PlaylistUse, StationKind
from plplanner.ui.screens.rotation.task_words import grey_words, narrowing_words

FRIDAY = date(2026, 11, 20)


def test_a_resource_says_what_matters_and_no_more():
    lab = LibraryTask(
        "Lab", 10, needs_device=True, group_mode=GroupMode.PAIR, standards=("3.NF.A.1",)
    )
    assert grey_words(TaskOffer("Lab", lab)) == "10 min · device · pair · 3.NF.A.1"
    assert grey_words(TaskOffer("Lab", LibraryTask("Lab"))) == "alone"


@pytest.mark.parametrize(
    ("mode", "word"), [(GroupMode.SMALL_GROUP, "small group"), (GroupMode.TEACHER, "teacher")]
)
def test_it_says_for_whom(mode, word):
    assert grey_words(TaskOffer("Lab", LibraryTask("Lab", group_mode=mode))) == word


def test_of_several_standards_that_of_the_group_is_named():
    lab = TaskOffer("Lab", LibraryTask("Lab", standards=("3.NF.A.1", "3.NF.A.2")))
    assert grey_words(lab, "3.NF.A.2") == "alone · 3.NF.A.2 +1"
    assert grey_words(lab, "3.NF.A.3") == "alone · 3.NF.A.1 +1"


def test_it_says_when_it_was_used_or_that_the_group_has_it_that_day():
    assert grey_words(TaskOffer("Sort", last_used=FRIDAY)) == "used Fri 20 Nov"
    planned = TaskOffer("Sort", last_used=FRIDAY, planned_in=2)
    assert grey_words(planned) == "already in round 2"


def test_plain_ideas_say_nothing_more():
    plain = TaskOffer("Explain it to a partner", last_used=FRIDAY, planned_in=2)
    assert grey_words(plain) == ""


def test_each_chip_has_its_words():
    def words(narrowing, kind=StationKind.DIGITAL):
        return narrowing_words(narrowing, CellToFill(13, kind, PlaylistUse.PRACTISE))

    assert words(Narrowing.FITS) == "Fits 13 min"
    assert words(Narrowing.STANDARD) == "This standard"
    assert words(Narrowing.NO_DEVICE) == "No device"
    modes = [StationKind.COLLABORATIVE, StationKind.INDEPENDENT, StationKind.TEACHER_LED]
    assert [words(Narrowing.MODE, one) for one in modes] == ["Together", "Alone", "With you"]
