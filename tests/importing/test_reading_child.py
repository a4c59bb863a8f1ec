import io
import resource

import pytest

from plplanner.importing import reading_child
from plplanner.importing.frames import received, send
from plplanner.importing.reading_as_text import NAMED_READS, ONE, READY, SEVERAL, answer_in
from plplanner.importing.reading_child import LIMITS, answer_one, stay_small
from plplanner.importing.rows import GradebookRead
from plplanner.problems import Problem

CSV = b"Name,Section,Quiz /5\nAnn Lee,P2,4\nBo Kim,P4,5\n"


def asked(*request):
    asking, answering = io.BytesIO(), io.BytesIO()
    send(asking, request)
    asking.seek(0)
    answer_one(asking, answering)
    answering.seek(0)
    frames = received(answering)
    assert next(frames) == READY
    return frames


def test_one_file_is_answered():
    read = answer_in(asked(ONE, b"a.csv", CSV), GradebookRead)
    assert [student.first for student in read.students] == ["Ann", "Bo"]


def test_a_problem_is_an_answer():
    with pytest.raises(Problem, match="is a PDF"):
        answer_in(asked(ONE, b"a.pdf", b"%PDF-1.7"), GradebookRead)


def test_the_files_of_a_folder_are_answered_together():
    frames = asked(SEVERAL, b"term 1", b"a.csv", CSV, b"b.pdf", b"%PDF-1.7")
    good, refused = answer_in(frames, NAMED_READS)
    assert (good.file_name, len(good.read.students)) == ("a.csv", 2)
    assert "PDF" in refused.problem.what


def test_nobody_asking_is_no_fault():
    assert list(asked()) == []


def test_the_limits_are_lowered_and_never_raised(monkeypatch):
    lowered = {}
    monkeypatch.setattr(reading_child.sys, "dont_write_bytecode", True)
    monkeypatch.setattr(resource, "getrlimit", lambda which: (5, 8))
    monkeypatch.setattr(resource, "setrlimit", lambda which, pair: lowered.update({which: pair}))
    stay_small()
    assert set(lowered) == {getattr(resource, name) for name in LIMITS}
    assert lowered[resource.RLIMIT_AS] == (8, 8)
    assert lowered[resource.RLIMIT_FSIZE] == (0, 0)
