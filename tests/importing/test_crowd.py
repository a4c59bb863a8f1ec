import pytest

from plplanner.importing.crowd import (
    MAX_STUDENTS_READ,
    Crowd,
    cleaned_names,
    crowd_columns,
    crowd_in_table,
    crowd_read,
    crowd_words,
    naming,
    only_section,
    only_section_rows,
    refuse_crowd,
    rows_of_others,
    section_names,
    too_many,
    with_crowd_warning,
)
from plplanner.importing.rows import AssessmentRead, GradebookRead, ScoreRead, StudentRead
from plplanner.importing.table import Table
from plplanner.problems import Problem

HEAD = ("Name", "ID", "Section")
TABLE = Table((HEAD, ("Ann", "1", "P2"), ("Ann", "1", "P4"), ("Bo", "2", "P2"), ()))


def _read(*sections):
    students = tuple(StudentRead("Li", "Ann", section=section) for section in sections)
    scores = tuple((ScoreRead(points=float(n)),) for n in range(len(sections)))
    last = frozenset([(len(sections) - 1, 0)])
    return GradebookRead("x", students, (AssessmentRead("Quiz"),), scores, unread=last)


def test_people_and_classes_are_counted_once():
    assert crowd_in_table(TABLE) == Crowd(2, ("P2", "P4"))
    assert crowd_columns(Table((("a", "b"),))) is None
    assert crowd_in_table(Table((("a", "b"),))) is None


def test_a_crowd_is_said_with_a_few_of_its_classes():
    crowd = Crowd(4812, tuple(f"Math {n}" for n in range(61)))
    assert crowd_words(crowd).startswith("61 classes and 4,812 students: “Math 0”, “Math 1”")
    assert crowd_words(crowd).endswith("and 56 more")
    assert crowd_words(Crowd(12_000, ())) == "12,000 students"


def test_more_than_is_read_at_all_is_refused_with_its_size():
    with pytest.raises(Problem, match=r"whole district\. It holds 20,000 students"):
        refuse_crowd(Crowd(20_000, ()), file_name="all.csv")
    assert refuse_crowd(Crowd(MAX_STUDENTS_READ, ()), file_name="all.csv") is None
    assert refuse_crowd(None, file_name="all.csv") is None


def test_where_classes_are_named_more_than_one_teacher_has_is_told_apart():
    for crowd in (Crowd(4_000, ("P2", "P4")), Crowd(900, tuple(f"Math {n}" for n in range(41)))):
        with pytest.raises(Problem, match="whole district") as refused:
            refuse_crowd(crowd, file_name="all.csv")
        assert refused.value.choices == crowd.sections
    assert refuse_crowd(Crowd(2_000, ("P2", "P4")), file_name="mine.csv") is None


def test_one_of_the_classes_of_a_crowd_can_be_chosen():
    problem = too_many("It is a district.", Crowd(20_000, ("P2", "P4")))
    assert problem.choices == ("P2", "P4")
    assert "Choose one class" in problem.next_step
    assert too_many("It is a district.", Crowd(20_000, ())).choices == ()
    assert too_many("It is a district.", None).choices == ()


def test_names_of_classes_are_compared_as_they_are_shown():
    assert cleaned_names(["Math  6", "Math 6 ", "", "\u200bArt"]) == ("Math 6", "Art")
    odd = Table((HEAD, ("Ann", "1", "Math  6"), ("Bo", "2", "Art")))
    assert only_section_rows(odd, "Math 6").rows == (HEAD, odd.rows[1], ())


def test_rows_of_other_classes_are_told_by_their_cells():
    is_other = rows_of_others(TABLE, "P2")
    cells = [(("Ann", 1.0, "P2"), 0), (("Bo", 2.0, "P4"), 0), ((2.0, "P4"), 1), (("Cy",), 0)]
    assert [is_other(*one) for one in cells] == [False, True, True, True]
    assert rows_of_others(Table((("Name",), ("Ann",))), "P2") is None


def test_a_district_that_can_be_read_says_so_first():
    read = with_crowd_warning(_read(*(f"Math {n}" for n in range(41))))
    assert "41 classes and 41 students" in read.warnings[0].message
    one = _read("P2", "P4")
    assert with_crowd_warning(one) is one
    assert crowd_read(one) == Crowd(2, ("P2", "P4"))


def test_one_class_can_be_taken_out_of_what_was_read():
    read = only_section(_read("P2", "P4", "P2 and P4"), "P4")
    assert [student.section for student in read.students] == ["P4", "P2 and P4"]
    assert [row[0].points for row in read.scores] == [1, 2]
    assert read.unread == {(1, 0)}
    assert section_names(read) == ("P4", "P2")


def test_one_class_can_be_taken_out_of_a_tall_table_and_rows_keep_their_numbers():
    assert only_section_rows(TABLE, "P2").rows == (HEAD, TABLE.rows[1], (), TABLE.rows[3], ())
    plain = Table((("Name",), ("Ann",)))
    assert only_section_rows(plain, "P2") is plain


def test_a_class_is_named_alone_or_among_others_in_any_case():
    is_in = naming("Math 7")
    assert [is_in(cell) for cell in ("Math 7", "MATH 7", "Art 1, Math 7 and Art 2", " Math 7")] == [
        True
    ] * 4
    assert not any(map(is_in, ("Math 70", "PreMath 7", "Math", "")))
    assert naming("(P.2)+")("A and (P.2)+")
