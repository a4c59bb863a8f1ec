import errno
from pathlib import Path

import pytest

from plplanner.store.troubles import problem_in

PATH = Path("Math.plplanner")


def sqlite_error(code):
    error = Exception("database is anything")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (5, "being changed by another program"),
        (8, "read but not changed"),
        (8 | 4 << 8, "moved, replaced or deleted"),
        (10 | 3 << 8, "disk reported an error"),
        (11, "is damaged"),
        (13, "disk is full"),
        (14, "cannot be opened"),
        (26, "is damaged"),
    ],
)
def test_each_sqlite_trouble_has_its_own_sentence(code, sentence):
    problem = problem_in(sqlite_error(code), PATH)
    assert sentence in problem.what
    assert "Math.plplanner" in problem.what
    assert problem.next_step


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.ENOENT, "There is no planner"),
        (errno.EIO, "disk reported an error"),
    ],
)
def test_each_refusal_of_the_system_has_its_own_sentence(number, sentence):
    assert sentence in problem_in(OSError(number, "no"), PATH).what


def test_our_own_faults_are_not_dressed_up():
    assert problem_in(sqlite_error(1), PATH) is None
    assert problem_in(ValueError("ours"), PATH) is None


def test_a_reference_to_something_removed_is_said_in_words():
    error = sqlite_error(19)
    error.args = ("FOREIGN KEY constraint failed",)
    assert "no longer in the planner" in problem_in(error, PATH).what


def test_any_other_broken_constraint_is_our_fault():
    assert problem_in(sqlite_error(19), PATH) is None
