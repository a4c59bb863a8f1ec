import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plplanner.importing.plain_values import NotAsAgreed
from plplanner.importing.read_file import read_gradebook
from plplanner.importing.reading_as_text import (
    NAMED_READS,
    ROWS_PER_FRAME,
    answer_in,
    frames_of,
)
from plplanner.importing.rows import (
    AssessmentRead,
    CellWarning,
    ColumnRead,
    GradebookRead,
    IgnoredColumn,
    ImportQuestion,
    NamedRead,
    ScoreRead,
    StudentRead,
    TableRead,
)
from plplanner.importing.table import Table
from plplanner.problems import Problem

GRADEBOOKS = Path(__file__).parents[1] / "gradebook_files"
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
PLACES = st.integers(0, 300_000)
# Few letters, chosen: making and shrinking any text at all costs seconds and finds no more.
WORDS = st.text('a0 ,é“\n"\\\0\u2028😀', max_size=3)
OF_A_TYPE = {
    str: WORDS,
    str | None: st.none() | WORDS,
    float | None: NUMBERS,
    int: PLACES,
    int | None: st.none() | PLACES,
}


def some(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


def anything(kind, **known):
    """Any value of a dataclass, all its fields filled."""
    inferred = {field.name: OF_A_TYPE.get(field.type, ...) for field in fields(kind)}
    return st.builds(kind, **{**inferred, **known})


SCORES = anything(ScoreRead, attempts=some(NUMBERS))
ASSESSMENTS = anything(AssessmentRead, standards=some(WORDS))
TABLES = anything(
    Table, rows=some(some(WORDS)), dates=st.frozensets(st.tuples(PLACES, PLACES), max_size=2)
)
SOURCES = anything(
    TableRead,
    table=TABLES,
    students=some(PLACES),
    columns=some(anything(ColumnRead, assessment=st.none() | ASSESSMENTS)),
)
READS = anything(
    GradebookRead,
    students=some(anything(StudentRead)),
    assessments=some(ASSESSMENTS),
    scores=some(some(SCORES)),
    warnings=some(anything(CellWarning)),
    questions=some(anything(ImportQuestion, words=some(WORDS))),
    ignored_columns=some(anything(IgnoredColumn)),
    unread=st.frozensets(st.tuples(PLACES, PLACES), max_size=2),
    source=st.none() | SOURCES,
    sections=some(WORDS),
)


def travelled(read, kind=GradebookRead):
    return answer_in(list(frames_of(read, kind)), kind)


def frames(value, *more):
    return [json.dumps(part).encode() for part in (["answer", value], *more)]


@pytest.mark.long
@given(READS)
@settings(max_examples=8, deadline=None)
def test_whatever_a_file_says_arrives_unchanged(read):
    arrived = travelled(read)
    assert (arrived, arrived.source) == (read, read.source)


@pytest.mark.parametrize("name", ["canvas/2026-10-14T0915_Grades-MATH6-P2.csv"])
def test_a_real_file_arrives_unchanged_with_its_table(name):
    read = read_gradebook(file_name=name, content=(GRADEBOOKS / name).read_bytes())
    arrived = travelled(read)
    assert (arrived, arrived.source) == (read, read.source)


def test_many_rows_come_in_several_frames_and_in_order():
    rows = tuple((str(row),) for row in range(2 * ROWS_PER_FRAME + 1))
    read = GradebookRead("plain", source=TableRead(Table(rows), 0, None, (), ()))
    assert len(list(frames_of(read, GradebookRead))) == 4
    assert travelled(read).source.table.rows == rows


def test_equal_scores_are_written_once():
    read = GradebookRead("plain", scores=((ScoreRead(points=4.0),) * 50,) * 50)
    (first,) = frames_of(read, GradebookRead)
    assert len(first) < 6000
    arrived = travelled(read)
    assert arrived == read
    assert arrived.scores[0][0] is arrived.scores[49][49]


def test_reads_of_a_folder_arrive_with_their_tables_and_problems():
    tables = [TableRead(Table((("a",), (name,))), 0, None, (), ()) for name in ("x", "y")]
    reads = tuple(NamedRead(t.table.rows[1][0], GradebookRead("p", source=t)) for t in tables)
    refused = NamedRead("b.pdf", problem=Problem("It is a PDF.", "Export it."))
    *arrived, problem = travelled((*reads, refused), NAMED_READS)
    assert [one.read.source for one in arrived] == tables
    assert (problem.file_name, problem.problem.what) == ("b.pdf", "It is a PDF.")


def test_a_problem_instead_of_an_answer_is_raised():
    with pytest.raises(Problem) as told:
        travelled(Problem("“a.pdf” is a PDF.", "Export it."))
    assert (told.value.what, told.value.next_step) == ("“a.pdf” is a PDF.", "Export it.")


def plain_read(**changed):
    parts = json.loads(next(iter(frames_of(GradebookRead("plain"), GradebookRead))))[1]
    names = [field.name for field in fields(GradebookRead)]
    for name, value in changed.items():
        parts[names.index(name)] = value
    return parts


ONE_SCORE = [None, None, None, "none", False, None, None, None, None, None, []]


@pytest.mark.parametrize(
    "coming",
    [
        [],
        [b""],
        [b"\xff\xfe"],
        [b"{}"],
        [b"null"],
        [b"[" * 100_000],
        [b'["answer",' + b"9" * 5000 + b"]"],
        [b'["answer",NaN]'],
        [json.dumps(["else", plain_read()]).encode()],
        frames(plain_read(format=1)),
        frames(plain_read(scores=[[ONE_SCORE], [[1]]])),
        frames(plain_read(scores=[[ONE_SCORE], [[-1]]])),
        frames(plain_read(scores=[[ONE_SCORE], [["0"]]])),
        frames(plain_read(scores=[[ONE_SCORE[:-1]], [[0]]])),
        frames(plain_read(unread=[1, 2, 3])),
        frames(plain_read(students=[[None]])),
        frames([]),
    ],
)
def test_rubbish_is_refused(coming):
    with pytest.raises(NotAsAgreed):
        answer_in(coming, GradebookRead)


def with_table(height):
    return plain_read(source=[[height, "", []], 0, None, [], [], "none", True])


@pytest.mark.parametrize(
    ("height", "more"),
    [
        (2, []),
        (2, [[["a"]]]),
        (2, [[]]),
        (1, [[["a"], ["b"]]]),
        (1, [[[1]]]),
        (1, [["ab"]]),
        (1, [[["a"] * 2_001]]),
        (-1, []),
        (300_001, []),
        ("1", [[["a"]]]),
    ],
)
def test_rows_that_are_not_as_promised_are_refused(height, more):
    assert answer_in(frames(with_table(1), [["a"]]), GradebookRead).source.table.rows == (("a",),)
    with pytest.raises(NotAsAgreed):
        answer_in(frames(with_table(height), *more), GradebookRead)
