import pytest

from plplanner.importing.read_apart import FileReader
from plplanner.roster.queries import classes, students_of_class
from plplanner.store.planner_file import open_planner
from tests.builders import NOW
from tests.cli.command_line import CANVAS, done, in_class, refused


def digest(path):
    planner = open_planner(path, now=NOW)
    try:
        return planner.digest()
    finally:
        planner.close()


def names(path):
    planner = open_planner(path, now=NOW)
    try:
        return {
            row.name: [s.first for s in planner.ask(students_of_class, class_id=row.id)]
            for row in planner.ask(classes)
        }
    finally:
        planner.close()


def seen(folder):
    return sorted(one.name for one in folder.iterdir() if not one.name.startswith("."))


def import_into(planner, *more, file=CANVAS):
    return ("import", file, *in_class(planner, "Math P2"), *more)


def test_a_file_becomes_classes_and_the_report_counts_what_was_added(tmp_path):
    planner = tmp_path / "new.plplanner"
    out = done(*import_into(planner), new_reader=FileReader)
    assert "Math P2: a new class\n  students: 15 added, 0 matched" in out
    assert "Math 6 - P4: a new class" in out
    assert "scores: 55 added, 0 changed, 0 left alone, 0 could not be read" in out
    assert {name: len(rows) for name, rows in names(planner).items()} == {
        "Math 6 - P4": 15,
        "Math P2": 15,
    }


@pytest.mark.long
def test_the_second_time_everything_is_left_alone(tmp_path):
    planner = tmp_path / "new.plplanner"
    done(*import_into(planner))
    before = names(planner)
    out = done(*import_into(planner))
    assert "Math P2: known\n  students: 0 added, 15 matched" in out
    assert "scores: 0 added, 0 changed, 55 left alone" in out
    assert names(planner) == before
    assert "new backups" in seen(tmp_path)


def test_a_dry_run_saves_nothing_and_makes_no_file(tmp_path, sample):
    nowhere = tmp_path / "folder" / "none.plplanner"
    out = done(*import_into(nowhere, "--dry-run"))
    assert out.startswith("Nothing was saved. This would happen:\nMath P2: a new class")
    assert not nowhere.parent.exists()
    before = digest(sample)
    assert done(*import_into(sample, "--dry-run")) == out
    assert digest(sample) == before
    assert seen(tmp_path) == ["Sample.plplanner"]


def test_a_class_that_is_not_in_the_file_is_refused_and_no_planner_is_left(tmp_path):
    planner = tmp_path / "new.plplanner"
    said = refused("import", CANVAS, *in_class(planner, "Science 9"))
    assert "“Math 6 - P4”, “Math 6 - P2”. Name one of them" in said
    assert seen(tmp_path) == []


def test_a_file_that_cannot_be_read_changes_nothing(tmp_path, sample):
    (tmp_path / "empty.csv").write_bytes(b"")
    before = digest(sample)
    refused(*import_into(sample, file=tmp_path / "empty.csv"))
    assert digest(sample) == before


def test_a_planner_that_is_none_is_left_as_it_is(tmp_path):
    (tmp_path / "letter.plplanner").write_text("Dear Ms. Rivera")
    refused(*import_into(tmp_path / "letter.plplanner"))
    assert (tmp_path / "letter.plplanner").read_text() == "Dear Ms. Rivera"
