from plplanner.importing.formats.brightspace import read_brightspace
from plplanner.importing.read_csv import read_csv
from plplanner.terms import ScoreStatus as Status

WHO = "OrgDefinedId,Username,Last Name,First Name,Email"
QUIZ = "Quiz 6.RP.A.1 Points Grade <Numeric MaxPoints:12.5 Weight:50 Category:Q CategoryWeight:5>"


def _read(text):
    return read_brightspace((read_csv(text.encode(), file_name="a.csv"),), file_name="a.csv")


def test_points_are_read_and_the_guard_of_ids_goes():
    read = _read(f"{WHO},{QUIZ},End-of-Line Indicator\n#007,#ali,Li,Ann,a@x.org,10,#\n")
    assert [(a.title, a.points_possible, a.standards) for a in read.assessments] == [
        ("Quiz 6.RP.A.1", 12.5, ("6.RP.A.1",))
    ]
    assert read.students[0].ids == {"org_defined_id": "007", "username": "ali", "email": "a@x.org"}
    assert read.scores[0][0].percent == 80


def test_totals_formulas_and_texts_are_left_out():
    read = _read(
        f"{WHO},{QUIZ},Group Text Grade <Text>,Sum Points Grade <Formula MaxPoints:10>,"
        "All Points Grade <Calculated MaxPoints:100>,Quizzes Subtotal Numerator,"
        "Quizzes Subtotal Denominator,Calculated Final Grade Numerator,End-of-Line Indicator\n"
        "#1,#ali,Li,Ann,a@x.org,10,Blue,9,90,8,10,84,#\n"
    )
    assert len(read.assessments) == 1
    assert len(read.ignored_columns) == 7
    assert read.ignored_columns[0].why == "Notes, not scores."


def test_a_symbol_is_a_level_where_no_points_stand():
    read = _read(
        f"{WHO},{QUIZ},Quiz 6.RP.A.1 Grade Scheme Symbol <Numeric MaxPoints:12.5>,"
        "Poster Symbol <SelectBox MaxPoints:4>,End-of-Line Indicator\n"
        "#1,#ali,Li,Ann,a@x.org,10,B,Exceeds,#\n#2,#bek,Ek,Bo,b@x.org,,,,#\n"
    )
    assert [(a.title, a.points_possible) for a in read.assessments] == [
        ("Quiz 6.RP.A.1", 12.5),
        ("Poster", None),
    ]
    assert [c.level for c in read.scores[0]] == [None, "Exceeds"]
    assert [c.status for c in read.scores[1]] == [Status.NONE, Status.NONE]


def test_columns_in_another_order_without_email():
    read = _read(f"{QUIZ},First Name,Last Name,Username,End-of-Line Indicator\n8,Ann,Li,#ali,#\n")
    assert (read.students[0].last, read.students[0].ids) == ("Li", {"username": "ali"})
    assert read.scores[0][0].points == 8


def test_another_language_with_decimal_commas():
    read = _read(
        "OrgDefinedId;Nom d'utilisateur;Nom;Prénom;Test 1 Note en points "
        "<Numérique Points max.:12,5 Poids:5>\n#1;#ali;Li;Ann;6,25\n"
    )
    assert [(a.title, a.points_possible) for a in read.assessments] == [("Test 1", 12.5)]
    assert (read.scores[0][0].percent, read.students[0].first) == (50, "Ann")


def test_the_demo_student_is_nobody_and_short_rows_are_blank():
    read = _read(f"{WHO},{QUIZ}\n#1,#demo,Student,Demo,,3\n#2,#ali,Li,Ann\n\n")
    assert [s.last for s in read.students] == ["Li"]
    assert read.scores[0][0].status is Status.NONE


def test_a_damaged_id_is_flagged_and_left_out():
    read = _read(f"{WHO},{QUIZ}\n1.23E+05,#ali,Li,Ann,a@x.org,3\n")
    assert "org_defined_id" not in read.students[0].ids
    assert [(w.row, w.column) for w in read.warnings] == [(2, "OrgDefinedId")]


def test_another_table_is_none_of_brightspace():
    assert _read("Username,Last Name,First Name,Quiz <10>\nali,Li,Ann,3\n") is None
