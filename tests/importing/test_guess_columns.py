import pytest

from plplanner.importing.guess_columns import (
    find_header,
    find_id_header,
    find_unheaded_names,
    guess_columns,
)
from plplanner.importing.header_words import ColumnRole
from plplanner.importing.table import Table


def _table(*lines):
    return Table(rows=tuple(tuple(line.split("|")) for line in lines))


def _guess(*lines, points=()):
    table = _table(*lines)
    rows = tuple(range(1, len(lines)))
    return guess_columns(table, headers=table.rows[0], rows=rows, points=points, names=None)


def _roles(columns):
    return [column.role for column in columns]


def test_the_header_is_found_below_title_rows():
    table = _table("Mrs. Rivera", "Students|", "", "Student Name|Quiz 1|Quiz 2", "Ann Li|1|2")
    assert find_header(table) == 3


def test_a_header_below_row_eight_is_not_looked_for():
    assert find_header(_table(*["x"] * 8, "Name|Quiz")) is None


def test_names_without_a_known_heading_are_found_by_their_commas():
    table = _table("Kids of mine|Quiz", "Li, Wei|1", "Ek, Bo|2", "Fu, Cy|3")
    assert find_unheaded_names(table) == (0, 0)


def test_names_may_begin_in_the_first_row():
    assert find_unheaded_names(_table("Li, Wei|1", "Ek, Bo|2", "Fu, Cy|3")) == (-1, 0)


def test_split_names_win_over_a_display_name():
    columns = _guess("First|Last|Name", "Ann|Li|Ann Li")
    assert _roles(columns) == [ColumnRole.FIRST, ColumnRole.LAST, ColumnRole.LEFT_OUT]


def test_grade_is_a_school_year_or_a_score_by_what_stands_in_it():
    years = _guess("Name|Grade", "Ann|06", "Bo|06")
    scores = _guess("Name|Grade", "Ann|88", "Bo|93")
    assert years[1].role is ColumnRole.GRADE
    assert scores[1].role is ColumnRole.SCORE


def test_numbers_with_leading_zeros_are_ids_and_no_scores():
    columns = _guess("Name|Card", "Ann|0012", "Bo|0013")
    assert (columns[1].role, "not a score" in columns[1].why) == (ColumnRole.LEFT_OUT, True)


def test_an_empty_column_is_an_assessment_only_when_points_are_announced():
    lines = ("Name|Quiz 5|Later", "Ann||", "Bo||")
    assert _roles(_guess(*lines, points=("", "20")))[1:] == [
        ColumnRole.SCORE,
        ColumnRole.LEFT_OUT,
    ]


def test_a_sign_between_scores_neither_makes_nor_unmakes_them():
    columns = _guess("Name|HW 1|HW 2|Talk", "Ann|9|*|*", "Bo|*|*|well", "Cy|*|*|*")
    assert _roles(columns)[1:] == [ColumnRole.SCORE, ColumnRole.LEFT_OUT, ColumnRole.LEFT_OUT]


def test_personal_columns_are_left_out_with_a_reason():
    columns = _guess("Name|IEP|Parent phone|Notes", "Ann|Y|555|kind")
    assert all(column.role is ColumnRole.LEFT_OUT and column.why for column in columns[1:])


def test_a_nameless_sum_is_left_out():
    columns = _guess("Name|A|B|Marks", "a|1|2|3", "b|2|2|4", "c|3|5|8", "d|0|1|1")
    assert columns[3].why == "Adds up the columns before it."


def test_percent_alone_is_the_result():
    assert _guess("Name|Percent", "Ann|88", "Bo|93")[1].role is ColumnRole.SCORE


def test_an_unheaded_column_of_addresses_holds_e_mail():
    assert _guess("Name|Contact at school", "Ann|a@x.org")[1].role is ColumnRole.LEFT_OUT
    assert _guess("Name|Account", "Ann|a@x.org")[1].role is ColumnRole.EMAIL


def test_a_grade_beside_assessments_is_the_grade_so_far():
    columns = _guess("Name|Mark|Quiz", "Ann|B|4", "Bo|C|5")
    assert _roles(columns)[1:] == [ColumnRole.LEFT_OUT, ColumnRole.SCORE]
    assert _roles(_guess("Name|Mark", "Ann|B", "Bo|C"))[1] is ColumnRole.SCORE
    assert (
        _roles(_guess("Name|Mark|Quiz", "Ann|8|4", points=("", "10", "5")))[1] is ColumnRole.SCORE
    )


def test_years_are_no_scores():
    columns = _guess("Name|Sched_YearOfGraduation|Quiz", "Ann|2033|4", "Bo|2033|5")
    assert (columns[1].role, columns[1].why) == (ColumnRole.LEFT_OUT, "Years, not scores.")


def test_the_words_of_a_scale_are_scores_and_notes_are_not():
    columns = _guess("Name|6.RP.A.1|How it went", "Ann|Meets|well", "Bo|Not yet|so so")
    assert _roles(columns)[1:] == [ColumnRole.SCORE, ColumnRole.LEFT_OUT]


def test_a_table_without_names_may_have_ids():
    assert find_id_header(_table("Export", "Unique User ID|Quiz", "1|4")) == 1
    assert find_id_header(_table("Quiz|Test", "1|4")) is None


def test_a_list_of_nothing_but_names_needs_no_heading():
    assert find_unheaded_names(_table("Ada Paul", "Wei Ng", "Marta de la Cruz")) == (-1, 0)
    assert find_unheaded_names(_table("Period 2", "Ada Paul", "Wei Ng", "O’Neil Sam")) == (0, 0)


def test_sentences_and_lists_of_things_are_no_names():
    assert find_unheaded_names(_table("Milk", "Bread", "Two eggs")) is None
    assert find_unheaded_names(_table("The sea is wide and", "so am i", "Not you")) is None


def test_a_term_beside_assessments_with_points_is_a_grade_so_far():
    lines = ("Name|S1|Quiz|Lab", "Ann Li|91|18|33", "Bo Ek|77|14|No count")
    points = ("", "", "20", "35")
    kinds = [column.role is ColumnRole.SCORE for column in _guess(*lines, points=points)]
    assert kinds == [False, False, True, True]
    assert _guess(*lines)[1].role is ColumnRole.SCORE


def test_of_course_and_section_the_one_that_tells_classes_apart_is_the_class():
    lines = ("Name|Course|Section|Quiz", "Ann Li|Math 4|4-A|3", "Bo Ek|Math 4|4-A|4")
    assert _roles(_guess(*lines))[1:3] == [ColumnRole.LEFT_OUT, ColumnRole.SECTION]
    lines = ("Name|Course|Section|Quiz", "Ann Li|Math 4|1|3", "Bo Ek|Art|1|4")
    assert _roles(_guess(*lines))[1:3] == [ColumnRole.SECTION, ColumnRole.LEFT_OUT]


def test_a_group_called_like_a_class_is_one():
    assert _roles(_guess("Nombre|Grupo|Examen", "Ana|4A|3"))[1] is ColumnRole.SECTION
    assert _roles(_guess("Nombre|Grupo|Examen", "Ana|Rojo|3"))[1] is ColumnRole.LEFT_OUT


def test_a_task_with_points_is_one_whatever_it_is_about():
    lines = ("Name|Average Speed Lab|Average", "Ann Li|18|33")
    assert _guess(*lines, points=("", "20", ""))[1].role is ColumnRole.SCORE
    assert _guess(*lines, points=("", "20", "40"))[2].role is ColumnRole.LEFT_OUT
    assert _guess(*lines)[1].role is ColumnRole.SCORE
    for header in ("Average Quiz", "Average Unit Test", "Average HW"):
        assert _guess(f"Name|{header}|Quiz", "Ann Li|18|33")[1].role is ColumnRole.LEFT_OUT


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Median Quiz", ColumnRole.SCORE),
        ("Mean, Median, Mode Quiz", ColumnRole.SCORE),
        ("Mean and median test", ColumnRole.SCORE),
        ("Median", ColumnRole.LEFT_OUT),
        ("Class Median Quiz", ColumnRole.LEFT_OUT),
        ("Mean Quiz", ColumnRole.LEFT_OUT),
    ],
)
def test_a_quiz_on_the_median_is_no_median_of_quizzes(header, role):
    assert _guess(f"Name|{header}|Quiz", "Ann Li|18|33")[1].role is role


def test_a_term_beside_points_in_titles_is_a_grade_so_far():
    columns = _guess("Name|Q1|Warm-up (5)|Test 1 (100.00)", "Ann Li|88|5|91")
    assert [column.role is ColumnRole.SCORE for column in columns] == [False, False, True, True]


def test_a_column_with_points_of_its_own_is_no_sum():
    lines = ("Name|A|B|Exam", "Li|1|2|3", "Ek|2|2|4", "Oz|3|2|5", "Ng|0|1|1")
    assert _guess(*lines)[3].role is ColumnRole.LEFT_OUT
    assert _guess(*lines, points=("", "5", "5", "10"))[3].role is ColumnRole.SCORE


def test_words_in_the_row_of_points_are_no_points():
    lines = ("Name|Quiz|My notes", "Li|1|call", "Ek|2|call")
    assert _guess(*lines, points=("", "5", "call"))[2].role is ColumnRole.LEFT_OUT


def test_the_school_knows_a_student_by_the_mail_of_the_school():
    line = "Ann Li|a@home.example|a@school.example|a@old.example"
    columns = _guess("Name|Personal Email|School Email|Email", line)
    assert [column.role for column in columns[1:]] == [
        ColumnRole.LEFT_OUT, ColumnRole.EMAIL, ColumnRole.LEFT_OUT,
    ]  # fmt: skip
    columns = _guess("Name|Personal Email|Email", "Ann Li|a@home.example|a@x.example")
    assert columns[2].role is ColumnRole.EMAIL


def test_two_last_names_of_one_person_stay():
    columns = _guess("Apellido paterno|Apellido materno|Nombre(s)", "García|López|Ana")
    roles = [ColumnRole.LAST, ColumnRole.LAST, ColumnRole.FIRST]
    assert [column.role for column in columns] == roles


def test_numbers_of_rows_are_no_scores():
    for heading, start in (("", 0), ("", 1), ("Unnamed: 0", 0), ("index", 0)):
        lines = [f"{number}|Ann Li|5" for number in range(start, start + 3)]
        assert _guess(f"{heading}|Name|Quiz", *lines)[0].role is ColumnRole.LEFT_OUT


def test_names_beside_nothing_but_mail_or_row_numbers_need_no_heading():
    assert find_unheaded_names(_table("Ana Li|a@x.example", "Bo Ek|b@x.example", "Cy Oz|")) == (
        -1,
        0,
    )
    assert find_unheaded_names(_table("1|Ana Li", "2|Bo Ek", "3|Cy Oz")) == (-1, 1)
    assert find_unheaded_names(_table("Ana Li|red", "Bo Ek|red", "Cy Oz|blue")) is None
