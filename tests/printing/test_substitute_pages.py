from dataclasses import replace

import pytest

from plplanner.printing.documents import substitute_pdf
from plplanner.printing.for_substitute import substitute_sheet_of
from plplanner.rotation.rows import SubstituteWords
from plplanner.terms import Paper
from tests.printing.papers import PAPERS
from tests.printing.reading_pdf import pages_of
from tests.printing.substitute_lessons import LONG, a_day


def pages(lesson, paper=Paper.LETTER):
    return pages_of(substitute_pdf(substitute_sheet_of(lesson), paper=paper))


@pytest.mark.parametrize("paper", PAPERS)
def test_two_pages_to_read_and_one_to_give_back_even_for_thirty_six_students(paper):
    found = pages(a_day(students=36, groups=6, rounds=4), paper)
    assert ["FOR THE SUBSTITUTE" in page for page in found] == [True, True, False]
    assert "BACK TO THE TEACHER" in found[2]
    feet = [f"{number} of {len(found)}" for number in (1, 2, 3)]
    assert [foot in page for foot, page in zip(feet, found, strict=True)] == [True] * 3
    whole = " ".join(found).replace("\n", " ")
    assert all(f"Student Name{number}" in whole for number in range(7, 36))
    assert all(part in whole for part in LONG.split("-"))


def test_the_lesson_is_on_the_first_page_and_what_to_know_on_the_second():
    first, second, _ = pages(a_day())
    assert all(word in first for word in ("9:00–9:08", "Round 3", "At the stations", "Pages 38–39"))
    assert all(word in second for word in ("Blue cart.", "Who leaves the room", "Mr. Okafor"))


@pytest.mark.parametrize("knows", [True, False])
def test_only_a_class_that_has_rotated_before_is_said_to_know_it(knows):
    lesson = a_day()
    told = replace(lesson.for_substitute, knows_rotation=knows)
    first = pages(replace(lesson, for_substitute=told))[0].replace("\n", " ")
    assert ("The class knows this." in first) is knows
    assert ("The class may not have done this before." in first) is not knows
    assert "You teach nothing new" in first or "you teach nothing new" in first


def test_what_nobody_wrote_down_is_a_line_to_write_on():
    second = pages(a_day(words=SubstituteWords()))[1]
    assert "Where things are" in second


@pytest.mark.long
def test_very_long_words_of_the_teacher_take_more_pages_and_lose_nothing():
    words = SubstituteWords("Blue cart. " * 300, "Hands up. " * 300)
    found = pages(a_day(words=words))
    assert len(found) > 3
    assert sum(page.count("Blue") for page in found) == 300
