import json
import os
import sys
import threading
import time

import pytest

from plplanner.importing.read_apart import FileReader, bare_surroundings, reading_command
from plplanner.importing.read_file import read_gradebook
from plplanner.importing.reading_child import LIMITS
from plplanner.problems import Problem, WhoMends

CSV = b"Name,Section,Quiz /5\nAnn Lee,P2,4\nBo Kim,P4,5\n"
SAYS_READY = "import os, sys, time; say = sys.stdout.buffer.write; say(b'\\0\\0\\0\\5ready'); "
SAYS_READY += "flush = sys.stdout.buffer.flush; flush(); "


def a_process(does, *, ready=True):
    return (sys.executable, "-I", "-S", "-c", (SAYS_READY if ready else "") + does)


def refused(command, *, content=CSV, **more):
    """The Problem when `command` reads; its process is gone and waited for, whatever it did."""
    reader = FileReader(command=command, **more)
    with pytest.raises(Problem) as told:
        reader.read(file_name="grades.csv", content=content)
    assert is_gone(reader)
    return told.value


def is_gone(reader):
    return reader._process is None or reader._process.returncode is not None


def test_a_file_says_the_same_apart_as_here():
    with FileReader() as reader:
        read = reader.read(file_name="a.csv", content=CSV)
    here = read_gradebook(file_name="a.csv", content=CSV)
    assert (read, read.source) == (here, here.source)
    assert is_gone(reader)


@pytest.mark.long
def test_the_files_of_a_folder_are_read_by_one_process_problems_and_all():
    files = {"a.csv": CSV, "b.pdf": b"%PDF"}
    good, other = FileReader().read_all(name="term 1", files=files)
    assert (len(good.read.students), other.read) == (2, None)
    assert (other.problem.what[:7], other.problem.who_mends) == ("“b.pdf”", WhoMends.TEACHER)


@pytest.mark.parametrize(
    "does",
    ["time.sleep(60)", "[0 for _ in iter(int, 1)]", "sys.stdin.buffer.read(); time.sleep(60)"],
)
def test_a_file_that_takes_too_long_is_given_up(does):
    told = refused(a_process(does), seconds=0.15)
    assert told.what.startswith("“grades.csv” took too long to read")
    assert "one class" in told.next_step


@pytest.mark.parametrize(
    "does",
    [
        "os.kill(os.getpid(), 9)",
        "os.abort()",
        "raise MemoryError",
        "say(b'rubbish')",
        "say(b'\\0\\0\\0\\2{}')",
        "say(b'\\xff' * 8)",
        "say(b'\\0\\0\\0\\x02[]' * 9)",
        "[say(b'[' * 99999) for _ in range(99)]",
    ],
)
def test_a_process_that_dies_or_talks_rubbish_is_one_file_not_read(does):
    told = refused(a_process(does))
    assert told.what.startswith("“grades.csv” could not be read safely")
    assert "CSV" in told.next_step


def test_a_process_that_does_not_listen_holds_nobody_up():
    told = refused(a_process("time.sleep(60)"), content=b"x" * 1_000_000, seconds=0.15)
    assert "took too long" in told.what


@pytest.mark.parametrize("command", [a_process("pass", ready=False), ("/nowhere/python",), ("/",)])
def test_where_no_process_can_be_started_that_is_said_and_nothing_is_read(command):
    told = refused(command)
    assert "could not start the part of it that reads files" in told.what
    assert told.who_mends is WhoMends.MACHINE


def test_ending_from_another_thread_ends_the_process_at_once():
    reader = FileReader(command=a_process("time.sleep(60)"))
    told = []

    def read():
        try:
            reader.read(file_name="a.csv", content=CSV)
        except Problem as problem:
            told.append(problem.what)

    thread = threading.Thread(target=read)
    thread.start()
    while reader._process is None:
        time.sleep(0.001)
    reader.end()
    thread.join(5)
    assert told == ["Reading “a.csv” was stopped."]
    assert is_gone(reader)
    with pytest.raises(ProcessLookupError):  # no zombie is left either
        os.kill(reader._process.pid, 0)


def test_a_reader_that_was_ended_never_starts():
    reader = FileReader(command=("/nowhere/python",))
    reader.end()
    with pytest.raises(Problem, match="was stopped"):
        reader.read(file_name="a.csv", content=CSV)
    assert reader._process is None


def test_a_reader_nobody_needed_leaves_nothing():
    with FileReader(command=a_process("time.sleep(60)")) as reader:
        assert not is_gone(reader)
    assert is_gone(reader)


LOOKS_AROUND = """
import json, os, resource, sys
sys.path.extend(sys.argv[1:])
from plplanner.importing import reading_child
from plplanner.importing.reading_child import LIMITS
from plplanner.problems import Problem
def look(**_):
    try:
        wrote = os.write(os.open(FILE, os.O_WRONLY), b"x")
    except OSError as error:
        wrote = type(error).__name__
    heavy = {"sqlalchemy", "PySide6", "sqlcipher3", "pickle", "socket", "site"}
    limits = {name: resource.getrlimit(getattr(resource, name)) for name in reading_child.LIMITS}
    found = [dict(os.environ), sorted(heavy & set(sys.modules)), wrote, limits]
    raise Problem(json.dumps(found), "")
reading_child.read_gradebook = look
reading_child.main()
"""


def running(program):
    """The command of a real reading process that runs another program."""
    return [program if "reading_child" in word else word for word in reading_command()]


@pytest.mark.long
def test_the_process_knows_nothing_and_may_write_nothing(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_TOKEN", "x")
    file = tmp_path / "file"
    file.write_bytes(b"")
    told = refused(running(LOOKS_AROUND.replace("FILE", repr(str(file)))))
    surroundings, heavy, wrote, limits = json.loads(told.what)
    assert set(surroundings) <= {"LC_CTYPE"}  # Python's own, where the locale is C
    assert (heavy, wrote) == ([], "OSError")
    assert all(limits[name] == [most, most] for name, most in LIMITS.items())
    assert file.read_bytes() == b""


@pytest.mark.long
def test_more_memory_than_allowed_is_one_file_not_read():
    program = LOOKS_AROUND.replace("    try:\n", "    bytearray(2_000_000_000)\n    try:\n")
    assert "could not be read safely" in refused(running(program)).what


def test_the_way_it_is_started_is_isolated():
    command = reading_command()
    assert command[0] == sys.executable
    assert {"-I", "-S"} <= set(command)
    assert dict(bare_surroundings()) == {}
