import subprocess
import sys

import pytest

from plplanner.store.glimpse import first_class
from tests.builders import a_class, a_planner


def test_the_first_class_is_seen_with_its_students(tmp_path):
    with a_planner(tmp_path) as planner:
        a_class(planner, name="Science", students=2)
        a_class(planner, name="math", students=3)
        assert first_class(planner.path) == ("math", 3)


@pytest.mark.parametrize("content", [None, b"", b"broken", b"SQLite format 3\0" + b"x" * 9000])
def test_whatever_is_wrong_is_left_for_the_real_opening(tmp_path, content):
    path = tmp_path / "Math.plplanner"
    if content is not None:
        path.write_bytes(content)
    assert first_class(path) is None


def test_an_empty_planner_has_no_class_to_show(tmp_path):
    with a_planner(tmp_path) as planner:
        assert first_class(planner.path) is None


@pytest.mark.long
def test_the_frame_of_the_window_waits_for_no_library_of_the_planner():
    heavy = "{m for m in sys.modules if m.split('.')[0] in ('sqlalchemy', 'reportlab')}"
    program = (
        "import sys, plplanner.store.glimpse, plplanner.ui.shell.window, plplanner.ui.kit.theme;"
        f"print(sorted({heavy}))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert said.stdout.strip() == "[]", said.stderr
