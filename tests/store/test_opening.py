import os
import sqlite3
import subprocess
import sys
from datetime import timedelta

import pytest

from plplanner.problems import Problem
from plplanner.store.opening import LeftOpen
from plplanner.store.planner_file import create_planner, open_planner
from tests.builders import NOW, a_class, a_planner


@pytest.fixture
def path(tmp_path):
    with a_planner(tmp_path) as planner:
        a_class(planner)
    return planner.path


def refuses(path, sentence):
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(Problem, match=sentence) as caught:
        open_planner(path, now=NOW)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert caught.value.next_step
    leftovers = [p.name for p in path.parent.iterdir() if p.name.endswith((".new", ".migrating"))]
    assert leftovers == []


def test_a_missing_planner_is_named_and_none_is_made(tmp_path):
    refuses(tmp_path / "none.plplanner", "There is no planner at")
    assert not (tmp_path / "none.plplanner").exists()


def test_a_planner_of_a_newer_program_is_left_as_it_is(path):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    refuses(path, "made by a newer plplanner")


def test_another_program_s_file_is_left_as_it_is(path):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 1")
    refuses(path, "not a planner file")


def test_a_text_file_is_left_as_it_is(tmp_path):
    path = tmp_path / "essay.plplanner"
    path.write_text("Dear diary, this is not a planner at all.")
    refuses(path, "not a planner file")


def test_an_emptied_planner_is_never_replaced_by_a_new_one(path):
    path.write_bytes(b"")
    refuses(path, "is damaged .it is empty")


def test_damaged_pages_are_damage(path):
    content = bytearray(path.read_bytes())
    content[5000:40000] = b"\xa5" * 35000
    path.write_bytes(bytes(content))
    refuses(path, "is damaged")


def test_damage_names_the_backups_when_there_are_some(path):
    planner = open_planner(path, now=NOW)
    planner.back_up(now=NOW)
    planner.close()
    path.write_bytes(b"")
    with pytest.raises(Problem, match=r"Backups are in .*Math backups"):
        open_planner(path, now=NOW)


def test_a_folder_is_not_a_planner(tmp_path):
    (tmp_path / "folder.plplanner").mkdir()
    refuses(tmp_path / "folder.plplanner", "not a planner file")


@pytest.mark.parametrize("make", [open_planner, create_planner])
def test_a_path_too_long_is_not_called_damage(tmp_path, make):
    deep = tmp_path.joinpath(*["x" * 60] * 10, "Math.plplanner")
    with pytest.raises(Problem, match="too long"):
        make(deep, now=NOW)


@pytest.mark.parametrize("name", ["Ümläut 日本語 ♥", "qu'ote \" %41 #?&", "-dash", "new\nline"])
def test_any_file_name_opens(tmp_path, name):
    with a_planner(tmp_path, f"{name}.plplanner") as planner:
        a_class(planner)
    reopened = open_planner(planner.path, now=NOW)
    assert reopened.findings() == []
    reopened.close()


@pytest.mark.long
def test_a_file_another_program_is_writing_is_in_use(path, monkeypatch):
    monkeypatch.setattr("plplanner.store.engine._PRAGMAS", ("busy_timeout = 1",))
    hold = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"held\n"
        refuses(path, "being changed by another program")
        other.stdin.close()
        other.wait()


def test_a_lock_left_behind_by_a_killed_program_does_not_matter(path):
    lock = path.with_name(f".{path.name}.lock")
    lock.touch()
    path.with_name(f".{path.name}.owner").write_text('{"host": "old", "user": "x", "since": "y"}')
    planner = open_planner(path, now=NOW)
    assert planner.why_read_only is None
    assert planner.left_open is None, "of another computer, that may have it open"
    planner.close()


def test_a_program_that_ended_without_closing_is_known_once_with_what_was_saved(path):
    first = open_planner(path, now=NOW)
    assert first.left_open is None
    note = path.with_name(f".{path.name}.owner")
    written = note.read_text()
    first.close()
    note.write_text(written)  # as a program leaves it that is killed
    os.utime(path, (NOW.timestamp() - 60, NOW.timestamp() - 60))
    again = open_planner(path, now=NOW)
    assert again.left_open == LeftOpen(NOW.replace(microsecond=0) - timedelta(minutes=1))
    again.close()
    once_more = open_planner(path, now=NOW)
    assert once_more.left_open is None
    once_more.close()


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_only_be_read_opens_as_a_snapshot(path, what, monkeypatch):
    # Root may write anything, so the refusal of the operating system is played here.
    if what == "folder":

        def refuse(*_, **__):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("plplanner.store.opening.take_lock", refuse)
    else:
        from plplanner.store import opening

        real = opening.connect
        monkeypatch.setattr(opening, "connect", lambda path: real(path, read_only=True))
    planner = open_planner(path, now=NOW)
    with pytest.raises(Problem, match="can be read but not changed"):
        a_class(planner, name="Other")
    assert len(planner.findings()) == 0
    planner.close()


def test_a_crash_in_the_middle_of_a_step_is_rolled_back_at_the_next_start(path):
    before = open_planner(path, now=NOW)
    expected = before.digest()
    before.close()
    child = os.fork()
    if child == 0:
        planner = open_planner(path, now=NOW)
        with planner.change("Half") as session:
            for number in range(3000):
                session.connection().exec_driver_sql(
                    "INSERT INTO tag (facet, value) VALUES ('half', ?)", (f"{number}" * 40,)
                )
            session.connection().exec_driver_sql("PRAGMA cache_spill = 1")
            os._exit(9)
    os.waitpid(child, 0)
    again = open_planner(path, now=NOW)
    assert again.left_open == LeftOpen(saved_at=None)
    assert again.digest() == expected
    assert again.findings() == []
    again.close()


def test_what_a_killed_program_left_half_made_is_swept_up(tmp_path):
    with a_planner(tmp_path) as planner:
        path = planner.path
    for work in ("new", "migrating", "migrating-journal", "restoring"):
        path.with_name(f"{path.name}.{work}").write_bytes(b"half")
    open_planner(path, now=NOW).close()
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith(".")] == [path.name]


def test_a_planner_whose_tables_are_gone_is_damaged_in_words(tmp_path):
    with a_planner(tmp_path) as planner:
        path = planner.path
    torn = bytearray(path.read_bytes())
    torn[44:48] = (9).to_bytes(4, "big")  # the format of the schema: none that exists
    path.write_bytes(torn)
    with pytest.raises(Problem, match="is damaged"):
        open_planner(path, now=NOW)
    assert path.read_bytes() == torn
