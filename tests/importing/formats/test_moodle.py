import pytest

from plplanner.importing.formats.moodle import read_moodle
from plplanner.importing.read_csv import read_csv
from plplanner.importing.table import Table
from plplanner.terms import ScoreStatus as Status

WHO = "First name,Surname,ID number,Institution,Department,Email address"
LAST = "Last downloaded from this course"


def _table(text):
    return read_csv(text.encode(), file_name="a.csv")


def _read(text):
    return read_moodle((_table(text),), file_name="a.csv")


def _first(read):
    return [(c.points, c.percent, c.level) for c in read.scores[0]]


def test_a_column_that_says_its_activity_and_how_it_is_shown_is_enough():
    read = _read(
        "First name,Last name,Email address,Quiz: Tides (Letter),Course total (Letter)\n"
        "Ann,Li,a@x.org,B+,B\n"
    )
    assert [a.title for a in read.assessments] == ["Quiz: Tides"]
    assert read.scores[0][0].level == "B+"


def test_a_dash_is_no_grade_and_totals_are_none():
    read = _read(
        f"{WHO},Quiz: Ratios (Real),Unit 1 total (Real),Course total (Real),{LAST}\n"
        "Ann,Li,007,M,,a@x.org,-,5.00,31.25,1791964800\n"
    )
    assert [a.title for a in read.assessments] == ["Quiz: Ratios"]
    assert read.scores[0][0].status is Status.NONE
    assert read.students[0].ids == {"id_number": "007", "email": "a@x.org"}
    assert [c.header for c in read.ignored_columns] == [
        *("Institution", "Department", "Unit 1 total (Real)", "Course total (Real)", LAST)
    ]


def test_real_and_percent_side_by_side_tell_the_maximum():
    read = _read(
        f"{WHO},Quiz: A (Real),Quiz: A (Percentage),Quiz: A (Letter),Quiz: A (Feedback),{LAST}\n"
        "Ann,Li,1,M,,a@x.org,5.50,55.00 %,C,fine,1791964800\n"
        "Bo,Ek,2,M,,b@x.org,3.33,33.30 %,F,,1791964800\n"
    )
    assert [(a.title, a.points_possible) for a in read.assessments] == [("Quiz: A", 10)]
    assert _first(read) == [(5.5, 55, None)]


def test_a_maximum_that_does_not_fit_everybody_is_not_told():
    read = _read(
        f"{WHO},Quiz: A (Real),Quiz: A (Percentage),{LAST}\n"
        "Ann,Li,1,M,,a@x.org,5,50.00 %,1791964800\nBo,Ek,2,M,,b@x.org,5,25.00 %,1791964800\n"
    )
    assert read.assessments[0].points_possible is None


def test_percents_alone_and_letters_alone():
    read = _read(
        f"{WHO},Quiz: A (Percentage),Quiz: B (Letter),{LAST}\n"
        "Ann,Li,1,M,,a@x.org,85.00 %,A,1791964800\nBo,Ek,2,M,,b@x.org,-,-,1791964800\n"
    )
    assert _first(read) == [(None, 85, None), (None, None, "A")]
    assert [c.status for c in read.scores[1]] == [Status.NONE, Status.NONE]


def test_the_words_of_a_scale_are_levels():
    read = _read(
        f"{WHO},Assignment: Poster (Real),{LAST}\nAnn,Li,1,M,,a@x.org,Competent,1791964800\n"
        "Bo,Ek,2,M,,b@x.org,Not yet competent,1791964800\n"
    )
    assert [row[0].level for row in read.scores] == ["Competent", "Not yet competent"]


def test_an_old_export_without_ways_of_showing():
    read = _read(
        '"First name",Surname,"ID number",Institution,Department,"Email address",'
        '"Assignment: Grapes","Feedback: Grapes","Course total"\n'
        'Anne,Able,,"Moodle HQ","Rock on!",a@x.org,56.00,"We welcome feedback",56.00\n'
    )
    assert [a.title for a in read.assessments] == ["Assignment: Grapes"]
    assert _first(read) == [(56, None, None)]


SPANISH = "Nombre;Apellido(s);Número de ID;Institución;Departamento;Dirección de correo"
GERMAN = "Vorname;Nachname;ID-Nummer;Institution;Abteilung;E-Mail-Adresse"
FRENCH = "Prénom;Nom;Numéro d'identification;Institution;Département;Adresse de courriel"
SWEDISH = "Förnamn;Efternamn;ID-nummer;Institution;Avdelning;E-postadress"
ITALIAN = "Nome;Cognome;Codice identificativo;Istituto;Dipartimento;Indirizzo email"


@pytest.mark.parametrize(
    ("head", "total", "way"),
    [
        (SPANISH, "Total del curso", "Real"),
        (GERMAN, "Kurs gesamt", "Punkte"),
        (FRENCH, "Total du cours", "Brut"),
        (SWEDISH, "Kurstotal", "Reell"),
        (ITALIAN, "Totale corso", "Reale"),
    ],
)
def test_exports_in_other_languages_with_decimal_commas(head, total, way):
    read = _read(
        f"{head};Test: Brüche ({way});{total} ({way});??\n"
        "Ana;Ruiz;9;M;;a@x.org;5,50;5,50;1791964800\n"
    )
    assert [(s.last, s.first) for s in read.students] == [("Ruiz", "Ana")]
    assert read.students[0].ids == {"id_number": "9", "email": "a@x.org"}
    assert [a.title for a in read.assessments] == ["Test: Brüche"]
    assert _first(read) == [(5.5, None, None)]


def test_a_workbook_is_named_as_one():
    table = _table(f"{WHO},Quiz: A (Real),{LAST}\nAnn,Li,1,M,,a@x.org,5,1791964800\n")
    assert (
        read_moodle((Table(table.rows, name="Grades"),), file_name="a.ods").format == "moodle_xlsx"
    )
    assert read_moodle((table,), file_name="a.csv").format == "moodle_csv"


def test_a_class_list_is_none_of_moodle():
    assert _read("First name,Last name,Email,Quiz\nAnn,Li,a@x.org,4\n") is None
    assert _read("Name,Quiz (Real)\nAnn Li,4\n") is None


def test_fields_of_a_profile_are_no_items_where_items_say_how_they_are_shown():
    read = _read(f"{WHO},Tutor group,Quiz: A (Real),{LAST}\nAnn,Li,1,M,,a@x,7B,5,1791964800\n")
    assert [a.title for a in read.assessments] == ["Quiz: A"]


def test_a_class_behind_the_grades_takes_none_of_them_away():
    read = _read(
        f"{WHO},Quiz: A (Real),Quiz: B (Real),Period,{LAST}\n"
        "Ann,Li,007,M,,a@x.org,8.00,5.00,2,1791964800\n"
    )
    assert [a.title for a in read.assessments] == ["Quiz: A", "Quiz: B"]
    assert read.students[0].section == "2"
