import subprocess
import sys

import pytest

from plplanner import __main__ as program
from tests.cli.command_line import surroundings


def test_a_verb_goes_to_the_command_line(tmp_path):
    around = surroundings()
    assert program.run(["--help"], around) == 0
    assert "plplanner VERB" in around.out.getvalue()
    assert program.run(["sing"], around) == 2


def test_no_words_or_a_planner_s_name_open_the_window(monkeypatch):
    opened = []
    monkeypatch.setattr(program, "_open_window", lambda words: opened.append(list(words)) or 0)
    for words in ([], ["Math.plplanner"]):
        assert program.run(words, surroundings()) == 0
    assert opened == [[], ["Math.plplanner"]]


def test_the_process_leaves_with_the_code_of_what_it_ran(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["plplanner", "sing"])
    with pytest.raises(SystemExit) as leaving:
        program.main()
    assert leaving.value.code == 2
    assert "there is no verb “sing”" in capsys.readouterr().err


@pytest.mark.long
def test_python_m_plplanner_runs_it(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-m", "plplanner", "check", "--planner", tmp_path / "none.plplanner"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=env_of_this_checkout(),
    )
    assert (ended.returncode, ended.stdout) == (3, "")
    assert ended.stderr.startswith("There is no planner at")


def env_of_this_checkout():
    import os
    from pathlib import Path

    return {**os.environ, "PYTHONPATH": str(Path(program.__file__).parents[1])}
