import pytest

from plplanner.importing.formats.kolibri import read_kolibri
from plplanner.importing.read_csv import read_csv
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus as Status

HEAD = (
    "Facility name,Username,Channel id,Channel name,Content id,Content title,"
    "Time of first interaction,Time of last interaction,Time of completion,Time Spent (sec),"
    "Progress (0-1),Content kind,Topic level 1\n"
)
SESSIONS = HEAD.replace("Time of completion,", "")


def _read(text):
    return read_kolibri((read_csv(text.encode(), file_name="a.csv"),), file_name="a.csv")


def _row(user, content, progress, *, last="2026-09-18 14:22:40", done=","):
    resource = f"c9,Khan,{content},About {content}"
    return f"M,{user},{resource},2026-09-18 14:01:02,{last},{done}3.2,{progress},exercise,M\n"


def _progress(read):
    return [[(c.progress, c.points, c.percent) for c in row] for row in read.scores]


def test_progress_is_neither_points_nor_percent():
    read = _read(HEAD + _row("ann", "c1", "0.6192") + _row("bo", "c2", "1.0000"))
    assert read.format == "kolibri_summary_log"
    assert _progress(read) == [
        [(0.6192, None, None), (None, None, None)],
        [(None, None, None), (1, None, None)],
    ]
    assert [c.status for c in read.scores[0]] == [Status.SCORED, Status.NONE]
    assert [(a.title, a.native_id) for a in read.assessments] == [
        ("About c1", "c1"),
        ("About c2", "c2"),
    ]
    assert [(s.display, s.ids) for s in read.students][:1] == [("ann", {"username": "ann"})]


def test_of_several_sessions_the_latest_counts():
    late, early = "2026-09-20 10:00:00", "2026-09-19 10:00:00"
    read = _read(
        SESSIONS
        + _row("ann", "c1", "0.9", last=late, done="")
        + _row("ann", "c1", "0.4", last=early, done="")
        + _row("", "c1", "0.2", done="")
    )
    assert read.format == "kolibri_session_log"
    assert _progress(read) == [[(0.9, None, None)]]


def test_translated_headings_are_known_by_their_order():
    head = (
        "Nombre del centro;Nombre de usuario;ID del canal;Canal;ID del contenido;Título;Inicio;"
        "Último;Fecha de finalización;Tiempo (seg);Progreso (0-1);Tipo\n"
    )
    read = _read(f"{head}M;ana;c9;Khan;k1;Razones;2026-09-18;2026-09-18;;3,2;0,5;exercise\n")
    assert (read.format, _progress(read)) == ("kolibri_summary_log", [[(0.5, None, None)]])
    assert read.assessments[0].title == "Razones"


def test_what_is_no_progress_is_flagged():
    read = _read(HEAD + _row("ann", "c1", "1.7") + _row("bo", "c1", "half"))
    assert _progress(read) == [[(None, None, None)], [(None, None, None)]]
    assert [(w.row, w.column) for w in read.warnings] == [
        (2, "Progress (0-1)"),
        (3, "Progress (0-1)"),
    ]


def test_a_log_without_learners_is_explained():
    with pytest.raises(Problem, match="without learners"):
        _read(HEAD)


def test_another_table_is_none_of_kolibri():
    assert _read("Username,Progress\nann,0.4\n") is None


def test_a_summary_in_another_order_is_still_one():
    read = _read(
        "Topic level 1,Content kind,Username,Time of first interaction,Facility name,Content id,"
        "Progress (0-1),Time of last interaction,Content title,Channel id,Time of completion,"
        "Time Spent (sec),Channel name\n"
        "Math,exercise,ann,2026-09-18 14:01:02,M,c1,0.5,2026-09-18 14:22:40,Ratios,c9,,3,Khan\n"
    )
    assert (read.format, read.scores[0][0].progress) == ("kolibri_summary_log", 0.5)
