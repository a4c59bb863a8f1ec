from pathlib import Path

import pytest

from plplanner.preferences import paper_for_locale, preferences_of_this_computer
from plplanner.terms import Paper


@pytest.mark.parametrize(
    "name", ["en_US.UTF-8", "es_MX", "en_CA.UTF-8", "C", "C.UTF-8", "", "POSIX"]
)
def test_letter_is_the_paper_of_north_america_and_of_no_country_at_all(name):
    assert paper_for_locale(name) is Paper.LETTER


@pytest.mark.parametrize("name", ["de_DE.UTF-8", "en_GB", "de_DE@euro", "ja_JP"])
def test_everybody_else_loads_a4(name):
    assert paper_for_locale(name) is Paper.A4


def test_a_variant_of_a_language_does_not_change_the_paper():
    assert paper_for_locale("en_US@posix") is Paper.LETTER


def test_the_setting_for_paper_comes_before_the_language(monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LC_PAPER", "de_DE.UTF-8")
    assert preferences_of_this_computer().paper is Paper.A4
    monkeypatch.setenv("LC_PAPER", "")
    assert preferences_of_this_computer().paper is Paper.LETTER


def test_planners_live_in_the_user_s_own_folder(monkeypatch, tmp_path):
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, **_: str(tmp_path / name))
    assert preferences_of_this_computer().planner_folder == Path(tmp_path / "plplanner")
