import pytest

from plplanner.sharing.file_names import file_stem, free_name


@pytest.mark.parametrize(
    ("parts", "stem"),
    [
        (("Math 3", "scores", "2026-11-20"), "Math 3, scores, 2026-11-20"),
        (("../a:b\n", "", "x."), "a b, x"),
        ((" / ",), "Table"),
        (("M" * 200, "scores"), f"{'M' * 60}, scores"),
    ],
)
def test_a_name_says_what_is_inside_and_fits_every_disk(parts, stem):
    assert file_stem(*parts) == stem


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    target = tmp_path / "Math 3.1.csv"
    assert free_name(target) == target
    for _ in range(2):
        free_name(target).touch()
    assert free_name(target).name == "Math 3.1 3.csv"
