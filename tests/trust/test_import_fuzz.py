"""A gradebook file, however mangled, is taken in whole or refused in words; never in between."""

import io
import time
import zipfile
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

import openpyxl
import pytest

from plplanner.store.planner_file import open_planner
from tests.builders import NOW, a_class, a_planner, an_assessment
from tests.trust import hooks

FILES = Path(__file__).parents[1] / "gradebook_files"
TITLES = ("Last Name", "First Name", "Ticket 1 (5 pts)", "Quiz 2 (10 pts)")
CELLS = ("4", "", "MI", "80%", "1e999", "-3", "O’Neill", "=1+1", '"', "\x00", "李", "a" * 300)
NOISE = (b"\x00", b'"', b",", b"\n", b"\xff\xfe", b";", b"\xef\xbb\xbf", b"\r")


def rows_of_a_gradebook(dice):
    rows = [list(TITLES)]
    for number in range(dice.randint(0, 8)):
        scores = [dice.choice(CELLS) if dice.random() < 0.3 else "3" for _ in TITLES[2:]]
        rows.append([f"Last{number}", f"First{number}", *scores])
    return rows


def a_csv(dice):
    text = "\n".join(",".join(row) for row in rows_of_a_gradebook(dice))
    content = text.encode(dice.choice(("utf-8", "utf-8", "utf-16", "cp1252")), "replace")
    return content if dice.random() < 0.3 else mangled(content, dice)


def an_xlsx(dice):
    book = openpyxl.Workbook()
    for row in rows_of_a_gradebook(dice):
        book.active.append([cell.replace("\x00", "") for cell in row])
    packed = io.BytesIO()
    book.save(packed)
    if dice.random() < 0.3:
        return packed.getvalue()
    return mangled(packed.getvalue(), dice) if dice.random() < 0.3 else mangled_inside(packed, dice)


def a_web_page(dice):
    rows = "".join(
        "<tr>" + "".join(f"<td{dice.choice(('', ' rowspan=2'))}>{cell}" for cell in row)
        for row in rows_of_a_gradebook(dice)
    )
    content = f"<html><table>{rows}</table>".encode(errors="replace")
    return content if dice.random() < 0.3 else mangled(content, dice)


def an_xml_sheet(dice):
    rows = "".join(
        "<Row>"
        + "".join(f'<Cell><Data ss:Type="String">{escape(cell)}</Data></Cell>' for cell in row)
        + "</Row>"
        for row in rows_of_a_gradebook(dice)
    )
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    content = (
        f'<?mso-application progid="Excel.Sheet"?><Workbook xmlns="{name}" xmlns:ss="{name}">'
        f'<Worksheet ss:Name="P2"><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode(errors="replace")
    return content if dice.random() < 0.3 else mangled(content, dice)


def a_zip(dice):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("P2/grades.csv", a_csv(dice))
        if dice.random() < 0.3:
            archive.writestr("letter.pdf", b"%PDF-1.7")
    content = packed.getvalue()
    return content if dice.random() < 0.6 else mangled_inside(packed, dice)


def an_export(dice):
    """A OneRoster ZIP, one of its files mangled or none."""
    sample = FILES / "oneroster" / "oneroster11_bulk.zip"
    packed = io.BytesIO(sample.read_bytes())
    return packed.getvalue() if dice.random() < 0.3 else mangled_inside(packed, dice)


MAKERS = (
    ("csv", a_csv),
    ("xlsx", an_xlsx),
    ("xls", a_web_page),
    ("xls", an_xml_sheet),
    ("zip", a_zip),
    ("zip", an_export),
)


def mangled(content, dice):
    mutable = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 8))):
        at = dice.randrange(len(mutable) + 1)
        if dice.random() < 0.5:
            mutable[at:at] = dice.choice(NOISE)
        else:
            del mutable[at : at + dice.choice((1, 3, 40))]
    return bytes(mutable)


def mangled_inside(packed, dice):
    """The same workbook with one of its parts mangled, so that the reader sees it, not the CRC."""
    packed.seek(0)
    again = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(again, "w") as new:
        victim = dice.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, mangled(part, dice) if name == victim else part)
    return again.getvalue()


def whole_or_refused(folder, content, suffix):
    """Import one file into the planner; returns whether it was accepted."""
    path = folder / f"in.{suffix}"
    path.write_bytes(content)
    before = digest_of(folder)
    answer = hooks.handle("import", path, folder)
    found = hooks.verify(folder / "t.db")
    assert (found["integrity"], found["invariant"]) == ("ok", "ok")
    if answer["status"] == "ok":
        return True
    assert answer["status"] == "rejected"
    assert answer["message"]
    assert digest_of(folder) == before
    return False


def digest_of(folder):
    planner = open_planner(folder / "t.db", now=NOW)
    try:
        return planner.digest()
    finally:
        planner.close()


def fuzz(folder, *, dice, files=None, seconds=float("inf")):
    """Feed mangled files until the count or the time is up; returns (accepted, tried)."""
    with a_planner(folder, "t.db") as planner:
        an_assessment(planner, a_class(planner), points=[1, 2, 3])
    seed, accepted, tried, start = (folder / "t.db").read_bytes(), 0, 0, time.monotonic()
    while tried != files and time.monotonic() - start < seconds:
        (folder / "t.db").write_bytes(seed)
        suffix, make = dice.choice(MAKERS)
        accepted += whole_or_refused(folder, make(dice), suffix)
        tried += 1
    return accepted, tried


@pytest.mark.long
def test_a_few_mangled_files_are_taken_in_whole_or_refused(tmp_path):
    accepted, tried = fuzz(tmp_path, dice=Random(1), files=8)
    assert 0 < accepted < tried


@pytest.mark.long
def test_a_minute_of_mangled_files_is_taken_in_whole_or_refused(tmp_path):
    accepted, tried = fuzz(tmp_path, dice=Random(2), seconds=60)
    assert 0.2 * tried < accepted < 0.9 * tried
