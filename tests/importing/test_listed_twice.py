from plplanner.importing.listed_twice import one_row_each
from plplanner.importing.rows import AssessmentRead, GradebookRead, ScoreRead, StudentRead
from plplanner.terms import ScoreStatus as S


def row(first, number, section):
    return StudentRead("Roca", first, ids={"student_id": number}, section=section)


def sections(*students):
    read = GradebookRead("roster", students=students, scores=tuple(() for _ in students))
    return [(one.first, one.section) for one in one_row_each(read).students]


def test_a_student_listed_for_each_class_is_one_student():
    assert sections(row("Ana", "1", "Math"), row("Bo", "2", "Math"), row("Ana", "1", "Lab")) == [
        ("Ana", "Math and Lab"),
        ("Bo", "Math"),
    ]


def test_people_without_ids_or_with_another_name_stay_apart():
    assert len(sections(row("Ana", "1", "Math"), row("Ivy", "1", "Lab"))) == 2
    assert len(sections(row("Ana", None, "Math"), row("Ana", None, "Lab"))) == 2


def scored(*rows):
    of_ten = [ScoreRead(p, 10, status=S.NONE if p is None else S.SCORED) for _, p in rows]
    students = tuple(row("Ana", "1", section) for section, _ in rows)
    read = GradebookRead("x", students, (AssessmentRead("Quiz"),), tuple((p,) for p in of_ten))
    return [(one.points, one.attempts) for (one,) in one_row_each(read).scores]


def test_the_newest_of_several_tries_counts_and_all_are_kept():
    assert scored(("Math", 6), ("Math", 9)) == [(9, (6, 9))]
    assert scored(("Math", 6), ("Math", None)) == [(6, ())]


def test_scores_of_two_classes_stay_as_the_file_has_them():
    assert scored(("Math", 6), ("Lab", 9)) == [(6, ()), (9, ())]
