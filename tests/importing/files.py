"""Gradebook files for tests: say only what matters."""

from collections.abc import Sequence

from plplanner.importing.read_file import read_gradebook
from plplanner.importing.rows import GradebookRead

Row = tuple[str, str, str, str]


def a_canvas_file(
    rows: Sequence[Row], *, title: str = "Exit ticket (11)", possible: str = "5"
) -> bytes:
    """A Canvas gradebook with one assessment; each row is name, id, section, score."""
    lines = [f"Student,ID,Section,{title}", f"Points Possible,,,{possible}"]
    lines += [f'"{name}",{number},"{section}",{score}' for name, number, section, score in rows]
    return "\n".join(lines).encode()


def read_rows(*rows: Row, **more: str) -> GradebookRead:
    """What a Canvas file of these rows says."""
    return read_gradebook(file_name="grades.csv", content=a_canvas_file(rows, **more))


def read_text(text: str) -> GradebookRead:
    """What a plain table says."""
    return read_gradebook(file_name="grades.csv", content=text.encode())


P2, P4 = "Math 6 - P2", "Math 6 - P4"
ANN, BO, CY = ("Li, Ann", "1", P2), ("Ek, Bo", "2", P4), ("Oz, Cy", "3", f"{P2} and {P4}")
