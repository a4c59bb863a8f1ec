from datetime import date, time

import pytest

from plplanner.roster.rows import StudentRow
from plplanner.rotation.rows import LessonTimes, PlanGroupRow, PlanRow, TimedRound
from plplanner.terms import GROUP_IDENTITIES, AttendanceKind, PlanState, own_identity
from plplanner.ui.kit.plan_grid_rows import GridCell, GridGroup, GridRound, PlanGridRows
from plplanner.ui.screens.rotation.today.words import (
    NoteAbout,
    about_whom,
    as_the_day_goes,
    away_offers,
    here_words,
    nobody_words,
    past_rounds,
)

MONDAY = date(2026, 11, 23)
ABSENT, LATE = AttendanceKind.ABSENT, AttendanceKind.LATE
TIMES = LessonTimes(
    MONDAY, time(9), time(10), 8, 5, 2,
    (TimedRound(1, time(9, 10), time(9, 23)), TimedRound(2, time(9, 25), time(9, 38))),
)  # fmt: skip
STUDENTS = [
    StudentRow(number, name, "", name, "", "", number, "en", {})
    for number, name in enumerate(("Maya", "Ana G.", "Ana", "Noor"), start=1)
]
PLAN = PlanRow(
    1, 1, "Math", "", MONDAY, PlanState.READY, time(9), 60, (),
    (PlanGroupRow(7, GROUP_IDENTITIES[0], (1, 2), ()),), "",
)  # fmt: skip


@pytest.mark.parametrize(
    ("away", "words"),
    [
        ({}, "28 here"),
        ({1: ABSENT}, "27 here · 1 absent"),
        ({1: ABSENT, 2: LATE}, "27 here · 1 absent · 1 late"),
    ],
)
def test_who_is_here_is_one_line_and_who_is_late_is_here(away, words):
    assert here_words(28, away) == words


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("may", "Maya absent"),
        ("may a", "Maya absent"),
        ("MAY L", "Maya late"),
        ("mayl", "Maya late"),
        ("nool", "Noor late"),
        ("noora", "Noor absent"),
        ("ana", "Ana absent"),
        ("anal", "Ana late"),
        ("ana gl", "Ana G. late"),
    ],
)
def test_a_name_then_a_or_l_finds_what_is_meant(typed, says):
    assert away_offers(typed, STUDENTS, {})[0].says == says


def test_who_is_marked_is_first_offered_to_be_here():
    first = away_offers("may", STUDENTS, {1: ABSENT})[0]
    assert (first.says, first.kind) == ("Maya is here", None)
    assert away_offers("zz", STUDENTS, {}) == []


def test_where_nothing_is_offered_it_is_said_why():
    assert nobody_words(" nox ", STUDENTS, {}) == "Nobody is called “nox”"
    assert nobody_words("noorl", STUDENTS, {4: LATE}) == "Noor is late already"


@pytest.mark.parametrize(
    ("typed", "about", "words"),
    [
        ("Noor shades 2/4", NoteAbout("Noor", student_id=4), "shades 2/4"),
        ("ana g. counts on", NoteAbout("Ana G.", student_id=2), "counts on"),
        ("Ana: counts on", NoteAbout("Ana", student_id=3), "counts on"),
        ("River needs cards", NoteAbout("River", group_id=7), "needs cards"),
        ("Noordin was here", NoteAbout("Class"), "Noordin was here"),
    ],
)
def test_a_note_is_about_the_name_it_begins_with_or_about_the_class(typed, about, words):
    assert about_whom(typed, STUDENTS, PLAN) == (about, words)


def a_grid():
    cell = GridCell("laptop", "Digital", "Strips", "Cart")
    rounds = tuple(GridRound(f"Round {number}", "planned") for number in (1, 2, 3))
    group = GridGroup(GROUP_IDENTITIES[0], ("Maya", "Noor"))
    return PlanGridRows(GridRound("Launch", "9:00–9:08"), rounds, (group,), ((cell, cell, cell),))


def test_the_plan_says_what_is_past_what_is_now_and_what_is_not_held():
    shown = as_the_day_goes(a_grid(), TIMES, time(9, 31), {"Maya": ABSENT, "Noor": LATE})
    assert [head.time for head in shown.rounds] == ["ended 9:23", "9:25–9:38", "not today"]
    assert [head.is_now for head in shown.rounds] == [False, True, False]
    assert [cell.is_past for cell in shown.cells[0]] == [True, False, True]
    assert shown.launch.time == "done 9:08"
    assert shown.groups[0].names == ("Maya (absent)", "Noor (late)")
    assert shown.groups[0].absent == 1
    assert past_rounds(TIMES, time(9, 31)) == [1]


def test_before_the_lesson_nothing_is_past():
    shown = as_the_day_goes(a_grid(), TIMES, time(8), {})
    assert shown.launch.time == "9:00–9:08"
    assert not any(cell.is_past for cell in shown.cells[0][:2])


def test_on_low_lines_stands_how_far_each_came():
    cell = GridCell("laptop", "Digital", "Lab", "Cart", note="out until 9:15", warns=True)
    rows = PlanGridRows(
        GridRound("Launch", ""), (GridRound("Round 1", ""), GridRound("Round 2", "")),
        (GridGroup(own_identity("Maya"), ("Maya",), is_student=True),), ((cell, cell),),
    )  # fmt: skip
    (line,) = as_the_day_goes(rows, TIMES, time(9, 24), {}, {(0, 1): "Partly"}).cells
    assert [(one.note, one.warns) for one in line] == [("Partly", False), ("out until 9:15", True)]
