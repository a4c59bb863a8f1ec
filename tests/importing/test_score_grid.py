from plplanner.importing.rows import AssessmentRead
from plplanner.importing.score_grid import read_score_grid, score_columns
from plplanner.importing.table import Table
from plplanner.terms import ScoreStatus as Status


def _grid(*cells, possible=5.0, dates=frozenset()):
    table = Table(rows=tuple((cell,) for cell in cells), dates=dates)
    quiz = AssessmentRead("Quiz", possible)
    return read_score_grid(table, rows=range(len(cells)), places=(0,), assessments=(quiz,))


def test_warnings_name_row_and_column_and_only_their_own_cell():
    grid = _grid("4", "4-Mar")
    assert [(w.row, w.column) for w in grid.warnings] == [(2, "Quiz")]
    assert grid.unread == {(1, 0)}


def test_a_score_above_the_maximum_is_warned_but_read():
    grid = _grid("7")
    assert grid.scores[0][0].points == 7
    assert (len(grid.warnings), grid.unread) == (1, frozenset())


def test_a_date_of_a_workbook_is_unread():
    assert _grid("2026-03-04", dates=frozenset({(0, 0)})).unread == {(0, 0)}


def test_at_most_three_questions_are_asked():
    grid = _grid("", "X", "Z", "banana", "4", possible=None)
    assert [question.about for question in grid.questions] == [
        "blank",
        "words",
        "points_or_percent",
    ]
    assert "1 cell is blank" in grid.questions[0].message


def test_nothing_is_asked_when_all_is_clear():
    assert _grid("4", "5", "excused").questions == ()


def test_one_decimal_comma_speaks_for_the_whole_file():
    table = Table(rows=(("4,5", "1.234"),))
    asked = (AssessmentRead("A"), AssessmentRead("B"))
    columns = score_columns(table, (0,), (0, 1), asked, Status.NONE)
    assert all(column.decimal_comma for column in columns)
