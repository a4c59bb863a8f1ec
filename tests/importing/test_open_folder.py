import pytest

from plplanner.importing import open_folder as opening
from plplanner.importing.open_folder import open_folder
from plplanner.problems import Problem
from tests.importing.packed import a_zip

CSV = b"Name,Quiz\nAnn Li,4\n"
NWEA = {
    "AssessmentResults.csv": b"TermName,StudentID\nFall,1\n",
    "StudentsBySchool.csv": b"TermName,StudentID,StudentLastName\nFall,1,Li\n",
}


def _names(groups):
    return [[one.name for one in group] for group in groups]


def test_files_of_one_export_stand_together_and_others_alone():
    groups = open_folder({"b.csv": CSV, "a.csv": CSV, **NWEA}, name="f")
    assert _names(groups) == [list(NWEA), ["a.csv"], ["b.csv"]]
    assert [one.tables[0].name for one in groups[0]] == list(NWEA)


def test_exports_in_two_folders_stay_two():
    files = {f"{year}/{name}": content for year in ("25", "26") for name, content in NWEA.items()}
    assert [len(group) for group in open_folder(files, name="f")] == [2, 2]


def test_what_is_no_table_keeps_its_reason_and_hidden_files_are_passed_over():
    files = {"a.pdf": b"%PDF-1.7", ".DS_Store": b"x", "__MACOSX/a.csv": CSV, "empty.csv": b""}
    groups = open_folder(files, name="f")
    assert [group[0].problem.what for group in groups] == [
        "“a.pdf” is a PDF, which holds no table of cells.",
        "“empty.csv” is empty.",
    ]


def test_a_zip_in_a_folder_is_a_folder_and_one_in_a_zip_is_not_opened():
    files = {"a.zip": a_zip({"a.csv": CSV})}
    assert open_folder(files, name="f")[0][0].packed
    (group,) = open_folder(files, name="f", inside_zip=True)
    assert "ZIP inside a ZIP" in group[0].problem.what


def test_the_limits_hold_over_all_files_together(monkeypatch):
    with pytest.raises(Problem, match="more than 2,000 files"):
        open_folder({str(n): b"x" for n in range(2_001)}, name="f")
    monkeypatch.setattr("plplanner.importing.limits.MAX_CELLS", 6)
    with pytest.raises(Problem, match="“f” has more than 6 cells"):
        open_folder({"a.csv": CSV, "b.csv": CSV}, name="f")
    assert opening.open_folder({"a.csv": CSV}, name="f")
