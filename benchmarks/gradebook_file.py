"""A Canvas gradebook export of any size, made of invented students and numbers."""

import csv
import io
import random

STUDENTS, ASSESSMENTS = 30, 100
_COMPUTED = ("Current Score", "Unposted Current Score", "Final Score", "Unposted Final Score")
_FIRST = ("Ada", "Ben", "Chidi", "Dara", "Elif", "Femi", "Gus", "Hana", "Iva", "Juno")
_LAST = ("Abara", "Brook", "Castel", "Duval", "Eriks", "Fairweather")


def canvas_export(*, students: int = STUDENTS, assessments: int = ASSESSMENTS) -> bytes:
    """The bytes of the file; about one cell in twenty is blank and one in fifty excused."""
    dice = random.Random(2026)
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *_titles(assessments)]
    )
    rows.writerow(["    Points Possible", "", "", "", "", *_possible(assessments)])
    for number in range(students):
        first, last = _FIRST[number % len(_FIRST)], _LAST[number // len(_FIRST)]
        cells = [_cell(dice, column) for column in range(assessments)]
        rows.writerow(
            [f"{last}, {first}", 91000 + number, 304000 + number, "", "Math 3", *cells]
            + ["80.00"] * len(_COMPUTED)
        )
    return text.getvalue().encode("utf-8")


def _titles(assessments: int) -> list[str]:
    kinds = ("Exit ticket", "Quiz", "Quick check", "Homework")
    titles = [f"{kinds[n % 4]} {n + 1}: fractions ({70000 + n})" for n in range(assessments)]
    return [*titles, *_COMPUTED]


def _possible(assessments: int) -> list[str]:
    return [f"{_points(n)}.00" for n in range(assessments)] + ["(read only)"] * len(_COMPUTED)


def _points(column: int) -> int:
    return (5, 20, 4, 10)[column % 4]


def _cell(dice: random.Random, column: int) -> str:
    chance = dice.random()
    if chance < 0.05:
        return ""
    return "EX" if chance < 0.07 else f"{dice.randint(0, _points(column))}.00"
