import pytest

from plplanner.importing.other_columns import other_reason


@pytest.mark.parametrize(
    "header",
    [
        *("Notes", "Grp", "IEP", "Homeroom", "#", "Parent Email", "Due date", "Percentile (1)"),
        *("Posts", "Percentile rank"),
        *("Std Err", "Lexile® Range", "Age", "Faltas", "Appréciation", "Missing count"),
        *("Credits", "House", "Zip", "Teacher ID", "Questions answered"),
    ],
)
def test_columns_without_scores_have_a_reason(header):
    assert other_reason(header).endswith(".")


@pytest.mark.parametrize("header", ["", "Quiz 1", "Table of fractions", "Test"])
def test_open_headers_have_none(header):
    assert other_reason(header) is None
