from plplanner.problems import Problem
from plplanner.ui.screens.importing.files_in import (
    FileIn,
    Outcome,
    Told,
    file_in,
    file_refused,
    next_waiting,
    with_file,
)
from tests.importing.files import read_text

READ = read_text("Name,Quiz /5\nAnn,3\n")
GOOD = file_in("a.csv", READ, "f")
BAD = FileIn("b.pdf", problem=Problem("This is a PDF.", "Export it as CSV."))


def test_the_next_file_is_the_next_that_waits_and_the_first_come_last():
    files = (GOOD, BAD, GOOD)
    assert next_waiting(files, 0) == 2
    assert next_waiting(files, 2) == 0
    done = with_file(with_file(files, 0, outcome=Outcome.IMPORTED), 2, outcome=Outcome.SKIPPED)
    assert next_waiting(done, 0) is None
    assert next_waiting((), 0) is None


def test_a_file_too_large_to_be_read_whole_waits_for_one_of_its_classes():
    crowd = Problem("A whole district.", "Choose one class.", choices=("P2", "P4"))
    district = file_refused("d.csv", crowd, content=b"x", fingerprint="f")
    assert (district.sections, district.needs_class, district.is_waiting) == (
        ("P2", "P4"),
        True,
        True,
    )
    assert not file_refused("d.csv", crowd).is_gradebook
    assert not file_refused("b.pdf", BAD.problem, content=b"x").is_waiting


def test_a_district_s_file_needs_a_class_first():
    rows = "\n".join(f"Ann Li{n},C{n},3" for n in range(41))
    district = file_in("d.csv", read_text(f"Name,Section,Quiz /5\n{rows}\n"), "f")
    assert len(district.sections) == 41
    assert district.needs_class
    (told,) = with_file((district,), 0, told=Told(section="C4"))
    assert not told.needs_class
    assert not GOOD.needs_class
