import datetime

import pytest

from plplanner.importing.formats.dibels import read_dibels
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus as Status
from tests.importing.tables import a_table, shown, table_of_rows


def row(number="7", *, period="BOY", day="2026-09-15", composite="334", **more):
    return {
        "School Year": "2026-2027",
        "Student Last Name": f"Last{number}",
        "Student First Name": "Ann",
        "Enrollment Grade": "K",
        "Reporting Class Name": "K-Rivera",
        "Assessment": "mCLASS",
        "Assessment Edition": "DIBELS 8th Edition",
        "Benchmark Period": period,
        "Composite Level": "Below Benchmark",
        "Composite Score": composite,
        "Composite - National Norm Percentile": "31",
        "Letter Names (LNF) - Level": "",
        "Letter Names (LNF) - Score": "",
        "Client Date": day,
        "Student Primary ID": number,
        "Primary ID - Student ID (State ID)": number,
        **more,
    }


def measure(name, score, level="At Benchmark"):
    return {f"{name} - Level": level, f"{name} - Score": score}


def _read(*rows):
    return read_dibels((table_of_rows(*rows),), file_name="boy.csv")


def test_composite_score_level_and_percentile_of_a_period():
    read = _read(row())
    assert [(a.title, a.date) for a in read.assessments] == [
        ("DIBELS 8 Composite (BOY)", datetime.date(2026, 9, 15))
    ]
    score = read.scores[0][0]
    assert (score.scale_score, score.percentile, score.level) == (334, 31, "Below Benchmark")
    assert (score.points, score.percent) == (None, None)
    student = read.students[0]
    assert (student.ids, student.section, student.grade) == ({"student_id": "7"}, "K-Rivera", "K")


def test_kindergarten_measures_are_read_where_somebody_took_them():
    names = ["Letter Names (LNF)", "Phonemic Awareness (PSF)", "Decoding (NWF-WRC)"]
    columns = [measure(name, str(20 + place)) for place, name in enumerate(names)]
    read = _read(row(**columns[0]), row("8", **columns[1], **columns[2]))
    assert [a.title for a in read.assessments][1:] == names
    assert shown(read.scores, "scale_score") == [[334, 20, None, None], [334, None, 21, 22]]


def test_counts_of_errors_and_repeated_counts_are_no_assessments():
    more = {
        "Error Rate (ORF) - Score": "3",
        "Correct Responses (Maze) - Score": "12",
        "Incorrect Responses (Maze) - Score": "2",
        "Risk Indicator - Level": "Low",
        "DIBELS Composite Score - Lexile": "300L",
        "Composite - Year Growth": "Typical",
    }
    assert len(_read(row(**more)).assessments) == 1


def test_accuracy_stays_a_percent_and_a_level_alone_counts():
    orf = measure("Reading Accuracy (ORF-Accu)", "98%") | measure("Maze", "", "Tested Out")
    score = _read(row(**orf)).scores[0]
    assert (score[1].percent, score[1].scale_score) == (98, None)
    assert (score[2].level, score[2].status) == ("Tested Out", Status.SCORED)


def test_periods_of_one_file_are_told_apart():
    orf = measure("Reading Fluency (ORF)", "70")
    later = row(period="MOY", day="2027-01-15", composite="350", **orf)
    read = _read(row(**orf), later)
    assert [a.title for a in read.assessments] == [
        "DIBELS 8 Composite (BOY)",
        "Reading Fluency (ORF) (BOY)",
        "DIBELS 8 Composite (MOY)",
        "Reading Fluency (ORF) (MOY)",
    ]
    assert len({a.native_id for a in read.assessments}) == 4


def test_another_edition_keeps_its_name_and_the_short_layout_is_read():
    short = a_table(
        "Student Last Name,Student First Name,Benchmark Period,Composite Level,Composite Score,"
        "Date Tested,Student Local ID\nLi,Ann,EOY,At Benchmark,441,5/14/2027,0042\n"
    )
    read = read_dibels((short,), file_name="eoy.csv")
    assert read.assessments[0].date == datetime.date(2027, 5, 14)
    assert read.students[0].ids == {"student_id": "0042"}
    lectura = _read(row() | {"Assessment Edition": "mCLASS Lectura"})
    assert lectura.assessments[0].title == "mCLASS Lectura Composite (BOY)"


def test_a_damaged_score_is_flagged_with_its_row_and_column():
    read = _read(row(), row("8", composite="3-Mar"))
    assert [(w.row, w.column) for w in read.warnings] == [(3, "Composite Score")]
    assert read.unread == {(1, 0)}


def test_other_tables_are_not_mine_and_one_without_students_is_explained():
    assert read_dibels((a_table("Last Name,Score\nLi,4\n"),), file_name="a.csv") is None
    header = "Student Last Name,Benchmark Period,Composite Score\n"
    with pytest.raises(Problem, match="without students"):
        read_dibels((a_table(header),), file_name="a.csv")
