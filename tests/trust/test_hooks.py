"""The hooks keep their contract, from any folder, without a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.trust import hooks

HOOKS = Path(__file__).with_name("hooks.py")


@pytest.mark.long
def test_the_hooks_work_from_any_folder(tmp_path):
    edited = subprocess.run(
        [sys.executable, HOOKS, "edit", tmp_path / "t.db", "3", "2"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": ""},
        check=False,
    )
    assert (edited.returncode, edited.stderr) == (0, "")
    assert edited.stdout == "ACK 1 3000\nACK 2 3001\n"
    assert hooks.handle("open", tmp_path / "t.db", tmp_path)["status"] == "ok"


def test_verify_answers_in_json(tmp_path, capsys):
    assert hooks.main(["verify", str(tmp_path / "none.db")]) == hooks.DONE
    assert json.loads(capsys.readouterr().out) == {"integrity": "ok", "invariant": "ok", "rows": {}}


def test_a_planner_that_is_not_there_is_a_message_and_a_code(tmp_path, capfd):
    assert hooks.main(["open", str(tmp_path / "none.db")]) == hooks.TEACHER_CAN_MEND
    assert "There is no planner" in capfd.readouterr().err


def test_a_file_that_is_no_gradebook_is_refused_and_leaves_the_planner_alone(tmp_path):
    (tmp_path / "song.csv").write_bytes(b"\x00\x01\x02")
    refused = hooks.handle("import", tmp_path / "song.csv", tmp_path)
    assert refused["status"] == "rejected"
    assert refused["message"]


@pytest.mark.long
def test_the_warm_hook_says_what_the_other_says(tmp_path):
    says = (
        "import sys, json, pathlib; sys.path.insert(0, sys.argv[1]); import warm_hooks; "
        "here = pathlib.Path(sys.argv[2]); (here / 'a.csv').write_text('Name,Quiz\\nAnn,4\\n'); "
        "print(json.dumps(warm_hooks.handle('import', here / 'a.csv', here)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", says, HOOKS.parent, tmp_path],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
    )
    assert json.loads(done.stdout) == {"status": "ok", "classes": 1}
