import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from plplanner.sharing.table_files import TableToShare, table_as_csv
from plplanner.ui.exports import Export, carry_out, table_export

TABLE = TableToShare(("Name", "Legs"), (("=cat()", 4), ("emu", 2)))
EXPORT = table_export("Export this table", "Animals, 2026-11-20", lambda: TABLE)


@pytest.fixture
def stage(stage_on, empty_planner):
    return stage_on(empty_planner)


@pytest.fixture
def save(stage, monkeypatch, qtbot):
    """`save(export, answer)`: the dialog answers so; what the dialog was asked comes back."""

    def act(export, answer):
        asked, parent = [], QWidget()
        qtbot.addWidget(parent)

        def choose(_parent, *words):
            asked.extend(words)
            return answer

        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        carry_out(export, stage=stage, parent=parent)
        stage.jobs.wait()
        return asked

    return act


def test_a_table_is_saved_where_one_says_and_its_folder_can_be_shown(save, stage, tmp_path, qtbot):
    target = tmp_path / "out.csv"
    with qtbot.waitSignal(stage.wishes.show_banner) as told:
        asked = save(EXPORT, (str(target), "CSV (*.csv)"))
    assert asked[0] == "Export this table"
    assert asked[1:] == [
        str(stage.documents / "Animals, 2026-11-20"),
        "Excel workbook (*.xlsx);;CSV (*.csv)",
    ]
    assert target.read_bytes() == table_as_csv(TABLE.headings, TABLE.rows)
    tone, words, (button, _show) = told.args[0]
    assert (tone, words) == ("news", f"Saved “out.csv” in {tmp_path.name}.")
    assert button == "Show in folder"


def test_a_dialog_left_saves_nothing(save, stage, tmp_path):
    save(EXPORT, ("", ""))
    assert list(tmp_path.glob("*.xlsx")) == []


def test_what_cannot_be_saved_is_a_problem_in_words(save, stage, tmp_path, qtbot):
    (tmp_path / "file").touch()
    with qtbot.waitSignal(stage.wishes.warn) as told:
        save(EXPORT, (str(tmp_path / "file" / "t.csv"), "CSV (*.csv)"))
    assert "could not be saved" in told.args[0].what


def test_another_kind_of_file_is_made_by_what_was_gathered(save, stage, tmp_path, qtbot):
    export = Export("Export a class", "c", lambda: str.encode, kinds=(("OneRoster", ".zip"),))
    with qtbot.waitSignal(stage.wishes.show_banner):
        save(export, (str(tmp_path / "c"), ""))
    assert (tmp_path / "c.zip").read_bytes() == b".zip"
