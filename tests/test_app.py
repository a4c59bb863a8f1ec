import os
import subprocess
import sys
from pathlib import Path

import pytest

from plplanner import app
from plplanner.preferences import Preferences
from plplanner.problems import Problem, WhoMends
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
    place = app.place_of_planner(None, "", preferences)
    assert place == preferences.planner_folder / app.USUAL_NAME
    planner = app.planner_at(place, may_make=True)
    planner.close()
    again = app.planner_at(place, may_make=True)
    assert again.path == place
    again.close()


def test_the_planner_used_last_comes_back_unless_it_is_gone(preferences, tmp_path):
    last = tmp_path / "Math.plplanner"
    last.touch()
    assert app.place_of_planner(None, str(last), preferences) == last
    last.unlink()
    assert app.place_of_planner(None, str(last), preferences).name == app.USUAL_NAME
    assert app.place_of_planner(Path("named"), str(last), preferences) == Path("named")


def test_a_planner_somebody_named_is_never_made(tmp_path):
    with pytest.raises(Problem, match="no planner at"):
        app.planner_at(tmp_path / "Math.plplanner", may_make=False)


def test_a_damaged_planner_is_never_replaced_by_an_empty_one(tmp_path):
    broken = tmp_path / "Math.plplanner"
    broken.write_bytes(b"broken")
    with pytest.raises(Problem, match="not a planner file"):
        app.planner_at(broken, may_make=True)
    assert broken.read_bytes() == b"broken"


def in_a_window_of_its_own(planner, script, home):
    """Run the real start in a fresh process, then `script` once the window is furnished."""
    program = (
        "from pathlib import Path; import sys; from PySide6.QtCore import QTimer;"
        "from plplanner import app\n"
        "begin = app._Lesson.begin\n"
        "def begin_and_play(self):\n"
        "    begin(self)\n"
        f"    script = lambda self=self._window: ({script}, self.close())\n"
        "    QTimer.singleShot(100, script)\n"
        "app._Lesson.begin = begin_and_play\n"
        "sys.exit(app.start_window(Path(sys.argv[1])))\n"
    )
    return subprocess.run(
        [sys.executable, "-c", program, str(planner)],
        capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip


def test_the_window_opens_paints_and_closes_and_leaves_the_file_sound(tmp_path):
    with a_planner(tmp_path) as planner:
        a_class(planner, name="Math P2")
    kept = "__import__('gc').isenabled(), __import__('gc').get_freeze_count() > 10_000"
    plain = "__import__ is __orig_import__"
    said = in_a_window_of_its_own(
        planner.path,
        f"print(self.rail.class_button.name.text(), self.room, {kept}, {plain})",
        tmp_path,
    )
    assert said.stdout.split() == ["Math", "P2", "tomorrow", *["True"] * 3], said.stderr
    assert said.returncode == 0


@pytest.mark.long
def test_a_planner_that_cannot_be_opened_is_said_in_the_window(tmp_path):
    (tmp_path / "Math.plplanner").write_bytes(b"broken")
    said = in_a_window_of_its_own(
        tmp_path / "Math.plplanner",
        "print(self._banners.itemAt(0).widget().label.text())",
        tmp_path,
    )
    assert "is not a planner file" in said.stdout, said.stderr
    assert said.returncode != 0


def test_the_last_backup_is_the_newest_beside_the_planner(tmp_path):
    with a_planner(tmp_path) as planner:
        a_class(planner)
        assert app.last_backup_of(planner) is None
        planner.back_up(now=NOW)
        assert app.last_backup_of(planner) == NOW.replace(tzinfo=None)
