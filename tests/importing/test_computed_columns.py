import pytest

from plplanner.importing.computed_columns import adds_up, computed_reason


@pytest.mark.parametrize(
    "header",
    [
        "Current Score",
        "Assignments Unposted Final Score (Fall 2020)",
        "Override Grade",
        "Total",
        "Weighted Total",
        "Overall Grade",
        "Course total (Real)",
        "Homework Subtotal Numerator",
        "End-of-Line Indicator",
        "Average",
        "Avg %",
        "Percent Score",
        "% Correct",
        "Rank",
        "Q1 Grade",
        "Medelvärde",
        "Promedio",
        "Nota final",
        "Category: Quizzes - Grade",
        "Calculated Grade",
        "Gradebook Total %",
        "(MP1) Quizzes",
        "MP1",
        "Sem 1",
        "YTD",
        "1st Quarter Grade",
        "Course Grade",
        "Overall Grade: Q1",
        "(Tests) Q1",
        "HW %",
        "Tests Total",
        "Perc",
        "Term Q1 In Progress",
        "Term Q1 Percent",
        "Q2 In-Progress Grade",
        "平均",
        "Средний балл",
    ],
)
def test_computed_columns_are_recognised(header):
    assert computed_reason(header)


@pytest.mark.parametrize(
    "header",
    [
        *("Final Exam", "Quiz 1", "Finals review", "Category quiz", "Q1", "(MP1) Quiz (10)"),
        *("Work in progress", "Term paper 1", "Percentile rank"),
    ],
)
def test_assessments_are_not_taken_for_computed(header):
    assert computed_reason(header) is None


def test_a_column_that_sums_the_others_adds_up():
    others = [[1.0, 2.0, 3.0, 4.0], [5.0, 5.0, 6.0, 6.0]]
    assert adds_up([6.0, 7.0, 9.0, 10.0], others)
    assert adds_up([3.0, 3.5, 4.5, 5.0], others)


def test_one_row_that_differs_is_enough_to_keep_a_column():
    others = [[1.0, 2.0, 3.0, 4.0], [5.0, 5.0, 6.0, 6.0]]
    assert not adds_up([6.0, 7.0, 9.0, 11.0], others)
    assert not adds_up([6.0, 7.0, 9.0], [column[:3] for column in others])


def test_homework_that_is_full_for_everybody_is_no_mean():
    full = [5.0] * 7 + [0.0]
    assert not adds_up(full, [full, full])
    assert adds_up([4.0, 3.0, 2.0, 5.0], [[5.0, 4.0, 1.0, 5.0], [3.0, 2.0, 3.0, 5.0]]) is False
    assert adds_up([4.0, 3.0, 2.0, 1.0], [[5.0, 4.0, 1.0, 0.0], [3.0, 2.0, 3.0, 2.0]])
