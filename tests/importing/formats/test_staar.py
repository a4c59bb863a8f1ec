import datetime

import pytest

from plplanner.importing.formats.staar import read_staar
from plplanner.importing.table import Table
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus as Status
from tests.importing.tables import a_table, table_of_rows


def person(number="1"):
    return {
        "LAST-NAME": f"LAST{number}",
        "FIRST-NAME": "ANN",
        "PEIMS-ID": "123456789",
        "TSDS UID": f"60500{number}",
        "LOCAL-STUDENT-ID": f"00{number}",
        "ENROLLED GRADE": "05",
    }


def interim(number="1", *, code="I5C", scale="3110", day="12012026", **more):
    return {
        **person(number),
        "ADMINISTRATION": "Window 2",
        "TEST DATE": day,
        "TEST CODE": code,
        "GRADE LEVEL TESTED": "05",
        "Total Scale Score": scale,
        "Predicted STAAR Performance Level": "Approaches",
        "Reporting Category 1: Raw Score or RAW SCORE REPORTING CATEGORY 1": "3",
        "Reporting Category 2: Raw Score or RAW SCORE REPORTING CATEGORY 2": "",
        "REPORTING CATEGORY 1 STRENGTH/WEAKNESS INDICATOR": "Under",
        "REPORTING CATEGORY 2  STRENGTH/WEAKNESS INDICATOR": "",
        "END OF RECORD": ".",
        **more,
    }


def summative(number="1", *, scale="1423", code="S", flags=("1", "0", "0")):
    approaches, meets, masters = flags
    return {
        **person(number),
        "ADMINISTRATION-DATE": "0527",
        "GRADE-LEVEL-TESTED": "05",
        "SCORE-CODE-MATHEMATICS": code,
        "MATHEMATICS-REPORTING-CATEGORY-1-SCORES": "05",
        "MATHEMATICS-SCALE-SCORE": scale,
        "APPROACHES-GRADE-LEVEL-IN-MATHEMATICS": approaches,
        "MEETS-GRADE-LEVEL-IN-MATHEMATICS": meets,
        "MASTERS-GRADE-LEVEL-IN-MATHEMATICS": masters,
        "PERCENTILE-MATHEMATICS": "049",
        "SCIENCE-SCALE-SCORE": "",
        "SCALE-SCORE-301": "1300",
    }


def _read(*rows):
    return read_staar((table_of_rows(*rows),), file_name="staar.csv")


def test_an_interim_has_scale_score_level_and_reporting_categories():
    read = _read(interim())
    assert [(a.title, a.date) for a in read.assessments] == [
        ("STAAR Interim Science 5 (Window 2, 2026–2027)", datetime.date(2026, 12, 1)),
        ("Reporting Category 1", datetime.date(2026, 12, 1)),
    ]
    whole, category = read.scores[0]
    assert (whole.scale_score, whole.level, whole.points) == (3110, "Approaches", None)
    assert (category.points, category.possible, category.level) == (3, None, "Under")


def test_an_id_that_may_be_a_social_security_number_is_never_read():
    student = _read(interim()).students[0]
    assert student.ids == {"student_id": "001", "state_id": "605001"}
    assert (student.last, student.first, student.grade) == ("Last1", "Ann", "5")


def test_several_tests_of_a_student_are_several_assessments():
    read = _read(interim(), interim(code="I5M", scale="2900"), interim("2"))
    assert len(read.students) == 2
    assert [a.title for a in read.assessments][::2] == [
        "STAAR Interim Science 5 (Window 2, 2026–2027)",
        "STAAR Interim Mathematics 5 (Window 2, 2026–2027)",
    ]
    assert read.assessments[1].title.startswith("Reporting Category 1 (STAAR Interim Science 5")


def test_a_summative_file_has_a_test_per_subject_and_levels_from_marks():
    read = _read(summative(), summative("2", flags=("1", "1", "1")), summative("3", flags="000"))
    assert [a.title for a in read.assessments] == [
        "STAAR Mathematics 5 (May 2027)",
        "Reporting Category 1",
    ]
    score = read.scores[0][0]
    assert (score.scale_score, score.percentile) == (1423, 49)
    assert [line[0].level for line in read.scores] == [
        "Approaches Grade Level",
        "Masters Grade Level",
        "Did Not Meet Grade Level",
    ]


def test_an_absent_student_is_absent():
    read = _read(summative(), summative("2", scale="", code="A"))
    assert [line[0].status for line in read.scores] == [Status.SCORED, Status.ABSENT]


def test_an_end_of_course_test_is_named_by_its_course():
    row = {
        **person(),
        "ADMINISTRATION-DATE": "1226",
        "END-OF-COURSE CODE": "A1",
        "SCALE SCORE": "4012",
        "MEETS GRADE LEVEL": "1",
    }
    read = _read(row)
    assert [a.title for a in read.assessments] == ["STAAR Algebra I (December 2026)"]
    assert read.scores[0][0].level == "Meets Grade Level"


def test_a_damaged_scale_score_is_flagged():
    read = _read(interim(scale="3.11E+03"))
    assert (read.warnings[0].row, read.warnings[0].column) == (2, "Total Scale Score")


def test_a_fixed_width_file_is_refused_plainly():
    line = "052705" + "99" + "123456789" + "x" * 2000
    with pytest.raises(Problem, match="fixed-width"):
        read_staar((Table(((line,), (line,))),), file_name="SF.txt")


def test_other_tables_are_not_mine_and_one_without_students_is_explained():
    assert read_staar((a_table("LAST-NAME,SCORE\nLI,4\n"),), file_name="a.csv") is None
    with pytest.raises(Problem, match="without students"):
        read_staar((a_table("LAST-NAME,TEST CODE,Total Scale Score\n"),), file_name="a.csv")
