import json
import sqlite3

import pytest

from tests.cli.command_line import done, refused, run


def broken(path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE score SET status = 'excused' WHERE points IS NOT NULL")
    connection.close()
    return path


@pytest.mark.long
def test_a_sound_planner_is_whole(planned):
    assert done("check", "--planner", planned) == "“Sample.plplanner” is whole.\n"
    assert json.loads(done("check", "--planner", planned, "--json")) == {
        "ok": True,
        "findings": [],
    }


@pytest.mark.long
def test_a_broken_rule_is_named_and_the_way_back_is_said(planned):
    ran = run("check", "--planner", broken(planned))
    assert ran.code == 3
    assert "a score without a mark holds no number" in ran.out
    assert "Restore the newest backup" in ran.err
    found = json.loads(run("check", "--planner", planned, "--json").out)
    assert (found["ok"], len(found["findings"])) == (False, 1)


def test_what_is_no_planner_is_refused(tmp_path):
    (tmp_path / "letter.plplanner").write_text("Dear Ms. Rivera")
    assert "is not a planner" in refused("check", "--planner", tmp_path / "letter.plplanner")
    assert "There is no planner at" in refused("check", "--planner", tmp_path / "none")
