from plplanner.importing.formats.blackboard import read_blackboard
from plplanner.importing.read_csv import read_csv
from plplanner.terms import ScoreStatus as Status

WHO = "Last Name,First Name,Username,Student ID,Last Access,Availability"


def _read(text):
    return read_blackboard((read_csv(text.encode(), file_name="a.csv"),), file_name="a.csv")


def _cells(read):
    return [[(c.points, c.percent, c.level, c.status) for c in row] for row in read.scores]


def test_calculated_columns_are_left_out():
    read = _read(
        f'{WHO},"Total [Total Pts: up to 1,499 Score] |9","Weighted Total [Total Pts: up to 0 '
        'Percentage] |8","Quiz 6.RP.A.1 [Total Pts: 10 Score] |7"\n'
        "Li,Ann,ali,007,2026-10-12,Yes,900,60,8.5\n"
    )
    assert [(a.title, a.points_possible, a.native_id) for a in read.assessments] == [
        ("Quiz 6.RP.A.1", 10, "7")
    ]
    assert read.assessments[0].standards == ("6.RP.A.1",)
    assert read.students[0].ids == {"username": "ali", "student_id": "007"}
    assert len(read.ignored_columns) == 4


def test_titles_may_hold_brackets_bars_and_commas_and_points_a_thousand():
    read = _read(
        f'{WHO},"Lab, [EXTRA] | two [Total Pts: 1,250 Score] |12"\nLi,Ann,ali,1,,Yes,"1,000"\n'
    )
    assert [(a.title, a.points_possible) for a in read.assessments] == [
        ("Lab, [EXTRA] | two", 1250)
    ]
    assert [(w.row, w.column) for w in read.warnings] == [(2, "Lab, [EXTRA] | two")]


def test_columns_may_show_percents_letters_and_words():
    read = _read(
        f"{WHO},A [Total Pts: 10 Percentage] |1,B [Total Pts: 10 Letter] |2,"
        "C [Total Pts: 1 Complete/Incomplete] |3,D [Total Pts: 5 Text] |4\n"
        "Li,Ann,ali,1,,Yes,85.00000,A,Complete,Satisfactory\nEk,Bo,bek,2,,Yes,,,Incomplete,\n"
    )
    assert _cells(read) == [
        [
            (None, 85, None, Status.SCORED),
            (None, None, "A", Status.SCORED),
            (None, None, "Complete", Status.SCORED),
            (None, None, "Satisfactory", Status.SCORED),
        ],
        [
            (None, None, None, Status.NONE),
            (None, None, None, Status.NONE),
            (None, None, None, Status.INCOMPLETE),
            (None, None, None, Status.NONE),
        ],
    ]


def test_work_that_needs_grading_has_no_score_yet():
    read = _read(
        f"{WHO},A [Total Pts: 10 Score] |1,B [Total Pts: 10 Score] |2\n"
        "Li,Ann,ali,1,,Yes,Needs Grading,Needs Grading(8.5)\nEk,Bo,bek,2,,Yes,7,In Progress(2)\n"
    )
    assert [c.status for c in read.scores[0]] == [Status.NONE, Status.NONE]
    assert [c.status for c in read.scores[1]] == [Status.SCORED, Status.INCOMPLETE]
    assert read.warnings == ()


def test_ultra_in_another_language_with_decimal_commas():
    read = _read(
        '"Apellidos";"Nombre";"Nombre de usuario";"Prueba 1 [Puntos totales: 10 Puntuación] |_5_1";'
        '"Total [Puntos totales: hasta 10 Puntuación] |6"\n"Ruiz";"Ana";"aruiz";"8,5";"8,5"\n'
    )
    assert [(a.title, a.points_possible, a.native_id) for a in read.assessments] == [
        ("Prueba 1", 10, "5")
    ]
    assert read.scores[0][0].percent == 85


def test_the_child_course_is_the_class_and_the_preview_user_nobody():
    read = _read(
        "Last Name,First Name,Username,Child Course ID,Quiz [Total Pts: 10 Score] |1\n"
        "Li,Ann,ali,MATH6-P2,8\nLi_PreviewUser,Ann,ali_previewuser,MATH6,\n"
    )
    assert [(s.last, s.section) for s in read.students] == [("Li", "MATH6-P2")]


def test_another_table_is_none_of_blackboard():
    assert _read("Last Name,First Name,Username,Quiz [10]\nLi,Ann,ali,8\n") is None
