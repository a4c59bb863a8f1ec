from datetime import date

from plplanner.importing.formats.google_forms import read_google_forms
from plplanner.importing.read_csv import read_csv
from plplanner.terms import ItemResult

HEAD = "Timestamp,Email Address,Score,What is your name?,Q1"


def _read(text):
    return read_google_forms((read_csv(text.encode(), file_name="a.csv"),), file_name="a.csv")


def test_the_latest_try_counts_and_all_are_kept():
    read = _read(
        f"{HEAD}\n2026/09/18 10:50:00 AM GMT-4,ANN@x.org,10 / 10,Ann Li,3/4\n"
        '2026/09/18 9:02:37 AM GMT-4,ann@x.org,7 / 10,"Li, Ann",3/4\n'
        '2026/09/18 12:10:00 AM GMT-4,ann@x.org,5 / 10,"Li, Ann",3/4\n'
        '2026/09/18 9:05:00 AM GMT-4,bo@x.org,8 / 10,"Ek, Bo",3/4\n'
    )
    assert [(s.last, s.first) for s in read.students] == [("Li", "Ann"), ("Ek", "Bo")]
    first, second = (row[0] for row in read.scores)
    assert (first.points, first.percent, first.attempts) == (10, 100, (5, 7, 10))
    assert (second.points, second.attempts) == (8, ())
    assert read.source is None


def test_the_file_has_no_title_but_a_day_and_points():
    read = _read(f"{HEAD}\n2026/09/18 9:02:37 AM GMT-4,a@x.org,28.00 / 30,Ann Li,x\n")
    assert [(a.title, a.points_possible, a.date) for a in read.assessments] == [
        (None, 30, date(2026, 9, 18))
    ]
    assert read.source is not None


def test_without_email_the_name_tells_people_apart():
    read = _read(
        "Timestamp,Score,First name,Last name,Class period\n"
        "8/14/2025 23:25:41,4 / 5,Ann,Li,2\n8/14/2025 23:40:41,5 / 5,ann,li,2\n"
        "8/14/2025 23:41:41,5 / 5,Bo,Ek,2\n"
    )
    assert [(s.last, s.first, s.section) for s in read.students] == [
        ("Li", "Ann", "2"),
        ("Ek", "Bo", "2"),
    ]
    assert read.scores[0][0].attempts == (4, 5)


def test_without_any_name_the_email_is_shown():
    read = _read(
        "Timestamp,Username,Total score,Q1,Q1 [Score]\n2026-09-18 10:00:00,a@x.org,4 / 5,y,1\n"
    )
    assert (read.students[0].display, read.students[0].last) == ("a@x.org", None)
    assert len(read.assessments) == 1


def test_spanish_headings():
    read = _read(
        "Marca temporal;Puntuación;Nombre y apellidos\n18/9/2026 10:00:00;4 / 5;Ana Ruiz\n"
    )
    assert (read.assessments[0].date, read.scores[0][0].percent) == (date(2026, 9, 18), 80)


def test_an_ungraded_answer_is_no_zero():
    read = _read(f"{HEAD}\n2026/09/18 9:02:37 AM GMT-4,a@x.org,,Ann Li,x\n")
    assert read.scores[0][0].points is None


def test_answers_without_a_score_are_no_quiz():
    assert _read("Timestamp,Email Address,Your name\n2026/09/18,a@x.org,Ann Li\n") is None
    assert _read("Name,Score\nAnn Li,4\n") is None


def test_points_of_single_answers_tell_which_were_right():
    read = _read(
        "Timestamp,Email Address,Total score,Name,Name [Score],3:4?,3:4? [Score],6?,6? [Score]\n"
        "2026/09/18 10:02:37,a@x.org,1 / 2,Ann Li,-- / 0,y,1.00 / 1,z,0.00 / 1\n"
        "2026/09/18 10:03:37,b@x.org,2 / 2,Bo Ek,-- / 0,y,1.00 / 1,z,1.00 / 1\n"
        "2026/09/18 10:05:37,a@x.org,1 / 2,Ann Li,-- / 0,y,0.00 / 1,z,1.00 / 1\n"
    )
    right, wrong = ItemResult.RIGHT, ItemResult.WRONG
    assert [row[0].items for row in read.scores] == [(wrong, right), (right, right)]
    assert read.scores[0][0].attempts == (1, 1)


def test_a_question_for_last_and_first_name_asks_for_the_whole_name():
    head = 'Zeitstempel,E-Mail-Adresse,Punktzahl,"Name (Nachname, Vorname)"'
    read = _read(f'{head}\n25.11.2025 10:03:00,j@s.de,7 / 8,"Jäger, Mia"\n')
    assert (read.students[0].last, read.students[0].first) == ("Jäger", "Mia")
