import datetime

from plplanner.importing.formats.staar_tests import administration, grade_of, interim_test


def test_test_codes_name_subject_grade_and_language():
    assert interim_test("I5C", "5") == "STAAR Interim Science 5"
    assert interim_test("ir4", "4") == "STAAR Interim Reading 4, Spanish"
    assert interim_test("B8S", "8") == "STAAR Beginning of Year Social Studies 8"
    assert interim_test("IA1", "9") == "STAAR Interim Algebra I"


def test_an_unknown_code_stays_as_it_is():
    assert interim_test("Q77", "5") == "STAAR Q77 5"


def test_a_window_takes_the_school_year_and_a_month_its_name():
    assert administration("Window 2", datetime.date(2026, 12, 1)) == "Window 2, 2026–2027"
    assert administration("Window 2", datetime.date(2027, 2, 1)) == "Window 2, 2026–2027"
    assert administration("0527", None) == "May 2027"
    assert administration("", datetime.date(2027, 2, 1)) == ""


def test_a_grade_has_no_leading_zero():
    assert grade_of("05") == "5"
