import pytest

from plplanner.importing.formats.quizizz import read_quizizz
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus as Status
from tests.importing.tables import a_table, shown

HEADER = (
    "Rank,First Name,Last Name,Attempt #,Accuracy,Score,Correct,Incorrect,Unattempted,Started At\n"
)
OVERVIEW = a_table("Integers 6.NS.C.5,\nParticipants,2\n", name="Overview")


def _read(*lines, tables=(OVERVIEW,), header=HEADER):
    data = a_table(header + "\n".join(lines), name="Participant Data")
    return read_quizizz((*tables, data), file_name="Integers-report.xlsx")


def test_correct_answers_of_all_questions_and_no_game_score():
    read = _read("1,Ann,Li,1,80%,6214,8,1,1,x", "2,Bo,Ek,1,50%,3000,5,5,0,x")
    assert shown(read.scores, "points") == [[8], [5]]
    assert shown(read.scores, "percent") == [[80], [50]]
    (quiz,) = read.assessments
    assert (quiz.title, quiz.points_possible) == ("Integers 6.NS.C.5", 10)
    assert quiz.standards == ("6.NS.C.5",)
    left = {column.header: column.why for column in read.ignored_columns}
    assert left["Score"] == "A game score, not points."


def test_the_latest_attempt_counts_and_all_are_kept():
    read = _read(
        "1,Ann,Li,2,90%,6214,9,1,0,x", "2,Bo,Ek,1,50%,1,5,5,0,x", "3,Ann,Li,1,40%,1,4,6,0,x"
    )
    assert [s.first for s in read.students] == ["Ann", "Bo"]
    assert (read.scores[0][0].points, read.scores[0][0].attempts) == (9, (4, 9))
    assert read.source is None


def test_two_first_attempts_of_one_name_are_two_people():
    read = _read(
        "1,Maria,Garcia,1,90%,9,9,1,0,x",
        "2,Maria,Garcia,1,50%,5,5,5,0,x",
        "3,Maria,Garcia,2,70%,7,7,3,0,x",
    )
    assert shown(read.scores, "points") == [[9], [5]]
    assert (read.warnings[0].row, read.warnings[0].column) == (4, "Attempt #")


def test_an_email_tells_two_people_of_one_name_apart():
    header = HEADER.replace("Started At", "Email")
    read = _read(
        "1,Maria,Garcia,1,90%,9,9,1,0,a@x.org",
        "2,Maria,Garcia,2,50%,5,5,5,0,a@x.org",
        "3,Maria,Garcia,1,50%,5,4,6,0,b@x.org",
        header=header,
    )
    assert [s.ids["email"] for s in read.students] == ["a@x.org", "b@x.org"]
    assert shown(read.scores, "attempts") == [[(9, 5)], [()]]


def test_without_an_overview_the_file_names_the_quiz():
    read = _read("1,Ann,Li,1,80%,6214,8,2,0,x", tables=())
    assert read.assessments[0].title == "Integers"


def test_a_quiz_is_called_what_stands_beside_its_label():
    labelled = a_table("Quiz name,Integers exit\n", name="Quiz Details")
    read = _read("1,Ann,Li,1,80%,6214,8,2,0,x", tables=(a_table("Rank,Player\n"), labelled))
    assert read.assessments[0].title == "Integers exit"


def test_a_first_name_alone_is_kept_and_accuracy_alone_is_a_percent():
    read = _read("1,Noa C,,1,80%,6214,,,,x", "2,Bo,,1,,0,,,,x")
    assert [(s.last, s.first) for s in read.students] == [(None, "Noa C"), (None, "Bo")]
    assert (read.scores[0][0].percent, read.scores[0][0].points) == (80, None)
    assert read.scores[1][0].status is Status.NONE


def test_a_damaged_count_is_flagged():
    assert _read("1,Ann,Li,1,80%,1,8-Mar,2,0,x").warnings[0].column == "Correct"


def test_other_tables_are_not_mine_and_one_without_students_is_explained():
    assert read_quizizz((OVERVIEW,), file_name="a.xlsx") is None
    with pytest.raises(Problem, match="without students"):
        _read()
