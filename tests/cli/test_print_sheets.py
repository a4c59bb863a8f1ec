import re

import pypdfium2
import pytest

from plplanner.roster.queries import class_named, students_of_class
from plplanner.rotation.queries import plan_on
from plplanner.rotation.substitute.commands import hand_to_substitute
from plplanner.store.planner_file import open_planner
from tests.builders import MONDAY, NOW
from tests.cli.command_line import done, in_class, paper_text, refused


@pytest.fixture
def output(tmp_path):
    return tmp_path / "out" / "sheets.pdf"


def print_into(output, planner, *more, day="2026-11-23"):
    return ("print", *in_class(planner), "--date", day, "-o", output, *more)


def student_names(path):
    planner = open_planner(path, now=NOW)
    try:
        class_id = planner.ask(class_named, name="Math 3").id
        return [row.name for row in planner.ask(students_of_class, class_id=class_id)]
    finally:
        planner.close()


def test_the_sheets_hold_every_name_and_no_word_about_a_level(planned, output):
    assert done(*print_into(output, planned)) == f"Saved {output}\n"
    text = paper_text(output)
    assert [name for name in student_names(planned) if text.count(name) < 2] == []
    levels = r"\b(secure|nearly|not yet|no evidence|reteach|below|low|high|score|points)\b|%"
    assert re.findall(levels, text, re.IGNORECASE) == []


def test_only_the_sheets_asked_for_are_made(planned, output):
    done(*print_into(output, planned, "--sheets", " Board, "))
    with pypdfium2.PdfDocument(output.read_bytes()) as document:
        assert len(document) == 1


@pytest.mark.long
def test_the_same_plan_prints_the_same_bytes(planned, output):
    done(*print_into(output, planned, "--sheets", "board,slips"))
    first = output.read_bytes()
    done(*print_into(output, planned, "--sheets", "board,slips"))
    assert output.read_bytes() == first


@pytest.mark.long
def test_the_paper_is_that_of_this_computer_unless_named(planned, output):
    sizes = []
    for more in ((), ("--paper", "a4")):
        done(*print_into(output, planned, "--sheets", "slips", *more))
        with pypdfium2.PdfDocument(output.read_bytes()) as document:
            sizes.append(tuple(round(side) for side in document[0].get_size()))
    assert sizes == [(612, 792), (595, 842)]


@pytest.mark.parametrize("sheets", ["grades", "board,diplomas", ","])
def test_a_sheet_that_is_not_there_refuses_by_name(planned, output, sheets):
    said = refused(*print_into(output, planned, "--sheets", sheets))
    assert "Choose from board, slips, cards" in said
    assert not output.exists()


def test_a_day_without_a_plan_is_refused(planned, output):
    said = refused(*print_into(output, planned, day="2026-11-24"))
    assert "There is no plan for Tuesday, 2026-11-24." in said
    assert not output.exists()


@pytest.mark.long
def test_a_place_that_cannot_take_the_file_is_the_computer_s_matter(planned, tmp_path):
    for place in (tmp_path, f"{planned}/sheets.pdf"):
        said = refused(*print_into(place, planned, "--sheets", "board"), code=4)
        assert "could not be saved" in said


@pytest.mark.long
def test_a_day_handed_to_a_substitute_prints_her_pages_and_no_other_day_does(planned, output):
    said = refused(*print_into(output, planned, "--sheets", "substitute"))
    assert "No substitute teaches on Monday" in said
    planner = open_planner(planned, now=NOW)
    class_id = planner.ask(class_named, name="Math 3").id
    plan = planner.ask(plan_on, class_id=class_id, day=MONDAY)
    planner.do(hand_to_substitute, plan_id=plan.id, tasks={})
    planner.close()
    done(*print_into(output, planned, "--sheets", "substitute"))
    assert "For the substitute" in paper_text(output)
    done(*print_into(output, planned))
    assert {"For the substitute", "Math rotations"} <= {
        words for words in ("For the substitute", "Math rotations") if words in paper_text(output)
    }
