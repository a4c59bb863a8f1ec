import pytest

from plplanner import assets
from plplanner.assets import asset


def test_a_shipped_file_is_found_by_its_name():
    assert asset("icons", "laptop.svg").is_file()


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"incomplete: icons/nothing\.svg is missing"):
        asset("icons", "nothing.svg")


def test_an_installed_program_uses_the_files_inside_it(tmp_path, monkeypatch):
    (tmp_path / "icons").mkdir()
    monkeypatch.setattr(assets, "_INSTALLED", tmp_path)
    assert asset("icons") == tmp_path / "icons"
