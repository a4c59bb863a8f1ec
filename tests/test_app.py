import pytest

from plplanner import app
from plplanner.preferences import Preferences
from plplanner.problems import Problem, WhoMends
from plplanner.store.planner_file import create_planner
from plplanner.terms import Paper
from tests.builders import NOW, a_class, a_planner


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "planners", Paper.LETTER)


def test_without_a_screen_it_says_so_before_qt_can_abort(monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(Problem, match="no screen to open a window on") as caught:
        app.start_window(None)
    assert caught.value.who_mends is WhoMends.MACHINE


def test_the_first_start_makes_the_usual_planner(preferences):
    planner = app.planner_to_open(None, "", preferences)
    assert planner.path == preferences.planner_folder / app.USUAL_NAME
    planner.close()
    again = app.planner_to_open(None, "", preferences)
    assert again.path == planner.path
    again.close()


def test_the_planner_used_last_comes_back_and_a_missing_one_does_not_stop_the_start(
    preferences, tmp_path
):
    last = create_planner(tmp_path / "Math.plplanner", now=NOW)
    last.close()
    planner = app.planner_to_open(None, str(last.path), preferences)
    assert planner.path == last.path
    planner.close()
    usual = app.planner_to_open(None, str(tmp_path / "gone.plplanner"), preferences)
    assert usual.path.name == app.USUAL_NAME
    usual.close()


def test_a_damaged_last_planner_is_never_replaced_by_an_empty_one(preferences, tmp_path):
    broken = tmp_path / "Math.plplanner"
    broken.write_bytes(b"broken")
    with pytest.raises(Problem, match="not a planner file"):
        app.planner_to_open(None, str(broken), preferences)
    assert broken.read_bytes() == b"broken"
    assert not preferences.planner_folder.exists()


def test_the_last_backup_is_the_newest_beside_the_planner(tmp_path):
    with a_planner(tmp_path) as planner:
        a_class(planner)
        assert app.last_backup_of(planner) is None
        planner.back_up(now=NOW)
        assert app.last_backup_of(planner) == NOW.replace(tzinfo=None)
