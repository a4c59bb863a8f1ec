import datetime

from plplanner.importing.formats.result_people import PersonColumns, read_people
from plplanner.importing.formats.result_table import find_tables
from plplanner.importing.formats.sittings import (
    Sitting,
    distinct_titles,
    gather,
    gather_tables,
    named_assessments,
    taken_assessments,
)
from plplanner.importing.rows import AssessmentRead, ScoreRead, StudentRead
from plplanner.terms import ScoreStatus as Status
from tests.importing.tables import a_table

MAY, JUNE = datetime.date(2026, 5, 4), datetime.date(2026, 6, 4)
MATH = ("Math",)


def _scale(number):
    return ScoreRead(status=Status.SCORED, scale_score=number)


def _gather(*sittings, who=("ann",)):
    return gather(
        "test",
        students={key: StudentRead(None, key) for key in who},
        assessments={MATH: AssessmentRead("Math")},
        sittings=sittings,
    )


def test_the_latest_day_counts_and_no_scale_score_becomes_a_point():
    later = Sitting("ann", MATH, _scale(210), 1, JUNE)
    score = _gather(later, Sitting("ann", MATH, _scale(190), 2, MAY)).scores[0][0]
    assert (score.scale_score, score.attempts, score.points) == (210, (190, 210), None)


def test_the_latest_attempt_of_a_day_counts_and_the_points_of_all_are_kept():
    points = [ScoreRead(points=n, status=Status.SCORED) for n in (5.0, 3.0)]
    read = _gather(*(Sitting("ann", MATH, p, i, attempt=2 - i) for i, p in enumerate(points)))
    assert (read.scores[0][0].points, read.scores[0][0].attempts) == (5, (3, 5))


def test_a_row_written_twice_is_one_try():
    twice = [Sitting("ann", MATH, _scale(200), row, MAY) for row in (1, 2)]
    assert _gather(*twice).scores[0][0].attempts == ()


def test_a_blank_later_row_takes_no_score_away():
    read = _gather(
        Sitting("ann", MATH, _scale(200), 1, MAY), Sitting("ann", MATH, ScoreRead(), 2, JUNE)
    )
    assert read.scores[0][0] == _scale(200)


def test_the_sittings_of_several_tables_are_gathered_for_all_their_people():
    tables = find_tables((a_table("ID,RIT\n7,201\n8,190\n"), a_table("ID,RIT\n7,209\n")), "id")
    people = read_people(*((table, PersonColumns(ids={"student_id": ("id",)})) for table in tables))

    def sittings(table, number, keys):
        for row in table.rows:
            score = _scale(float(table.cell(row, 1)))
            yield Sitting(keys[number, row], MATH, score, row, (MAY, JUNE)[number])

    read = gather_tables(
        "test", tables, people, sittings=sittings,
        assessments=lambda found: {found[0].assessment: AssessmentRead("Math")},
    )  # fmt: skip
    assert [student.ids["student_id"] for student in read.students] == ["7", "8"]
    assert [row[0].attempts for row in read.scores] == [(201, 209), ()]


def test_a_student_without_a_sitting_has_no_score():
    read = _gather(Sitting("ann", MATH, _scale(200), 1, MAY), who=("ann", "bo"))
    assert read.scores[1] == (ScoreRead(),)


def test_the_date_is_the_day_of_most():
    days = (MAY, MAY, JUNE)
    sittings = [Sitting(str(i), MATH, _scale(200), i, day) for i, day in enumerate(days)]
    assert _gather(*sittings, who=("0", "1", "2")).assessments[0].date == MAY


def test_a_cell_nobody_could_read_is_unread_and_told_once():
    odd = Sitting("ann", MATH, ScoreRead(), 4, warnings=(("RIT", "“2l4” is odd."),))
    read = _gather(odd, odd)
    assert read.unread == {(0, 0)}
    assert [(w.row, w.column) for w in read.warnings] == [(5, "RIT")]


def test_titles_that_are_alike_are_told_apart_by_what_differs():
    titles = {("f", "a"): "Geometry", ("w", "a"): "Geometry", ("f", "b"): "Algebra"}
    details = {key: ({"f": "Fall", "w": "Winter"}[key[0]], key[1]) for key in titles}
    assert list(distinct_titles(titles, details).values()) == [
        "Geometry (Fall)",
        "Geometry (Winter)",
        "Algebra",
    ]


def test_each_assessment_has_an_id_of_its_own_for_the_next_import():
    (found,) = named_assessments("MAP", {("Fall", ""): "Math"}, {("Fall", ""): ("Fall",)}).values()
    assert (found.title, found.native_id) == ("Math", "MAP | Fall")


def test_what_nobody_took_is_no_assessment():
    taken = Sitting("ann", MATH, _scale(200), 1)
    blank = Sitting("ann", ("Art",), ScoreRead(), 1)
    assert taken_assessments([blank, taken, blank]) == (MATH,)
