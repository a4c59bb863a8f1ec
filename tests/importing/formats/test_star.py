import datetime

import pytest

from plplanner.importing.formats.star import read_star
from plplanner.importing.read_file import read_files
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus as Status
from tests.importing.tables import a_table, shown, table_of_rows


def row(number="7", *, window="Fall", local="2026-09-22T23:10:48.415Z", scaled="791", **more):
    return {
        "SchoolYear": "2026-2027",
        "StudentSourcedID": number,
        "StudentIdentifier": number,
        "StudentFirstName": "Ann",
        "StudentLastName": f"Last{number}",
        "GroupOrClassName": "ELA 6 P1",
        "CompletedDate": "2026-09-23T03:10:48.415Z",
        "CompletedDateLocal": local,
        "AssessmentStatus": "Active",
        "ScaledScore": scaled,
        "GradeEquivalent": "5.8",
        "PercentileRank": "70",
        "TotalCorrect": "24",
        "ScreeningPeriodWindowName": window,
        **more,
    }


def standard(code="6.RP.A.1", *, mastery="83", level="Mastered", number="7"):
    return {
        "SchoolYear": "2026-2027",
        "StudentIdentifier": number,
        "CompletedDateLocal": "2026-09-22T10:00:00.000Z",
        "StandardName": code,
        "StandardPercentMastery": mastery,
        "StandardMasteryLevel": level,
    }


def _read(*rows, name="SR_v2.csv"):
    return read_star((table_of_rows(*rows),), file_name=name)


def test_scaled_score_and_percentile_rank_on_the_local_day():
    read = _read(row())
    score = read.scores[0][0]
    assert (score.scale_score, score.percentile, score.points) == (791, 70, None)
    assert read.assessments[0].date == datetime.date(2026, 9, 22)
    assert read.students[0].ids == {"student_identifier": "7"}


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("SR_v2.csv", "Reading"),
        ("SM_v2.csv", "Math"),
        ("District-SEL_v2 (1).csv", "Early Literacy"),
    ],
)
def test_the_file_name_tells_the_test(name, subject):
    read = _read(row(), name=name)
    assert read.assessments[0].title == f"Star {subject}"
    assert read.format == f"renaissance_star_{subject.lower().replace(' ', '_')}"


def test_a_renamed_file_is_told_by_columns_only_one_test_fills():
    assert _read(row(Quantile="820Q"), name="export.csv").format == "renaissance_star_math"
    assert _read(row(Lexile="791L"), name="export.csv").format == "renaissance_star_reading"
    assert _read(row(), name="export.csv").assessments[0].title == "Star"


def test_windows_are_assessments_of_their_own():
    later = row(window="Winter", local="2027-01-12T10:00:00.000Z", scaled="820")
    read = _read(row(), later)
    assert [a.title for a in read.assessments] == ["Star Reading (Fall)", "Star Reading (Winter)"]
    assert shown(read.scores, "scale_score") == [[791, 820]]


def test_a_deactivated_test_is_no_result_and_a_row_per_class_no_retake():
    wrong = row(scaled="400", AssessmentStatus="Deactivated")
    read = _read(wrong, row(), row(GroupOrClassName="Homeroom 6"))
    assert (read.scores[0][0].scale_score, read.scores[0][0].attempts) == (791, ())
    assert read.students[0].section == "ELA 6 P1, Homeroom 6"


def test_a_benchmark_category_is_the_level():
    read = _read(row(RenaissanceBenchmarkCategoryName="At/Above Benchmark"), row("8"))
    assert [line[0].level for line in read.scores] == ["At/Above Benchmark", None]


def test_a_file_of_standards_alone_has_percents_levels_and_codes():
    read = _read(standard(), standard("6.NS.B.4", mastery="", level=""), standard(number="8"))
    assert [(a.title, a.standards) for a in read.assessments] == [("6.RP.A.1", ("6.RP.A.1",))]
    score = read.scores[0][0]
    assert (score.percent, score.level, score.status) == (83, "Mastered", Status.SCORED)
    assert read.students[0].display == "7"


def test_standards_beside_the_test_belong_to_the_same_students():
    tables = (
        table_of_rows(standard("TEKS 6.4(A)"), name="SM_Dashboard_Standards_v2.csv"),
        table_of_rows(row(), name="SM_v2.csv"),
    )
    read = read_star(tables, file_name="export.zip")
    assert [a.title for a in read.assessments] == ["Star Math", "TEKS 6.4(A)"]
    assert read.assessments[1].standards == ("6.4(A)",)
    assert [s.last for s in read.students] == ["Last7"]


def test_a_damaged_percent_of_a_standard_is_flagged():
    read = _read(standard(mastery="8-Mar"))
    assert read.warnings[0].column == "StandardPercentMastery"


def test_other_tables_are_not_mine_and_one_without_students_is_explained():
    assert read_star((a_table("Name,ScaledScore\nLi,4\n"),), file_name="a.csv") is None
    with pytest.raises(Problem, match="without students"):
        read_star((a_table("StudentIdentifier,ScaledScore,PercentileRank\n"),), file_name="a.csv")


def test_scores_and_standards_of_one_folder_are_read_together():
    tables = {"SR_v2.csv": row(), "SR_Dashboard_Standards.csv": standard()}
    files = {
        name: "\n".join(",".join(cells) for cells in table_of_rows(one).rows).encode()
        for name, one in tables.items()
    }
    (both,) = read_files(name="Star", files=files)
    assert [a.title for a in both.read.assessments] == ["Star Reading", "6.RP.A.1"]
    assert [s.last for s in both.read.students] == ["Last7"]
