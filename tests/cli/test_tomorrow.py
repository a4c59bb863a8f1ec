import re

import pytest

from plplanner.grouping.saved.queries import newest_groups
from plplanner.roster.queries import class_named, classes, students_of_class
from plplanner.store.planner_file import open_planner
from tests.builders import NOW
from tests.cli.command_line import CANVAS, done, in_class, paper_text, refused, run

LEVELS = r"\b(secure|nearly|not yet|no evidence|reteach|below|score|scores|points)\b|%"
CANARIES = [f"{37 + number}.25" for number in range(10)]
NAMES = ("Ann", "Bo", "Cy", "Dee", "Eli", "Flo", "Gus", "Hana", "Ivy", "<b>Jun")


def tomorrow(gradebook, folder, *more, name="Math P2"):
    return ("tomorrow", "--gradebook", gradebook, "--class", name, "-o", folder, *more)


def asked(folder, question, name="Math P2"):
    """The answer of a question about the class in the planner of a folder."""
    planner = open_planner(folder / "planner.plplanner", now=NOW)
    try:
        return question(planner, planner.ask(class_named, name=name).id)
    finally:
        planner.close()


def students(planner, class_id):
    return planner.ask(students_of_class, class_id=class_id)


def groups(planner, class_id):
    """Each group's word with the names in it."""
    found = planner.ask(newest_groups, class_id=class_id).groups
    return {group.identity.word: {member.name for member in group.members} for group in found}


def class_names(planner, _):
    return [row.name for row in planner.ask(classes)]


@pytest.fixture(scope="module")
def from_canvas(tmp_path_factory):
    """What one run on a Canvas export prints, and its folder."""
    folder = tmp_path_factory.mktemp("canvas") / "out"
    return done(*tomorrow(CANVAS, folder)), folder


def write_gradebook(path, rows):
    lines = ["Student,ID,Section,Exit Ticket (11)", "Points Possible,,,50.00", *rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def canary_rows():
    """A class whose scores are numbers that stand nowhere else on paper."""
    return [
        f'"Last{number}, {name}",{500 + number},Math 6 - P2,{points}'
        for number, (name, points) in enumerate(zip(NAMES, CANARIES, strict=True))
    ]


@pytest.fixture(scope="module")
def from_canaries(tmp_path_factory):
    folder = tmp_path_factory.mktemp("canaries")
    done(*tomorrow(write_gradebook(folder / "grades.csv", canary_rows()), folder / "out"))
    return folder / "out"


def test_the_whole_way_says_what_it_did_and_where_the_sheets_are(from_canvas):
    out, folder = from_canvas
    assert "Math P2: a new class\n  students: 15 added" in out
    assert "Groups from “Exit Ticket 6.RP.A.1”: " in out
    assert "The sheets for Monday, November 23:\n" in out
    for name in ("board", "slips", "cards"):
        assert f"  {folder / name}.pdf\n" in out
        assert (folder / f"{name}.pdf").read_bytes().startswith(b"%PDF")


def test_every_student_of_the_class_is_on_a_slip_and_a_card_and_nobody_else(from_canvas):
    _, folder = from_canvas
    rows = asked(folder, students)
    assert len(rows) == 15
    for sheet in ("slips", "cards"):
        text = paper_text(folder / f"{sheet}.pdf")
        assert [row.first for row in rows if row.first not in text] == []
        assert [name for name in ("Fatima", "Jürgen", "小龙", "Dakota") if name in text] == []


def test_each_section_is_a_class_and_only_the_one_asked_for_is_planned(from_canvas):
    _, folder = from_canvas
    assert asked(folder, class_names) == ["Math 6 - P4", "Math P2"]
    other = asked(folder, lambda planner, _: planner.findings())
    assert other == []


@pytest.mark.long
@pytest.mark.parametrize("sheet", ["board", "slips", "cards"])
def test_no_score_and_no_word_about_a_level_is_on_any_sheet(from_canaries, from_canvas, sheet):
    text = paper_text(from_canaries / f"{sheet}.pdf")
    assert [number for number in CANARIES if number in text] == []
    assert "50" not in re.findall(r"\d+", text)
    for words in (text, paper_text(from_canvas[1] / f"{sheet}.pdf")):
        assert re.findall(LEVELS, words, re.IGNORECASE) == []


def test_a_name_prints_as_it_is_written(from_canaries):
    for sheet in ("slips", "cards"):
        assert "<b>Jun" in paper_text(from_canaries / f"{sheet}.pdf")


@pytest.mark.long
def test_the_order_of_rows_in_the_file_changes_no_group(from_canaries, tmp_path):
    shuffled = write_gradebook(tmp_path / "grades.csv", canary_rows()[::-1])
    done(*tomorrow(shuffled, tmp_path / "out"))
    assert asked(tmp_path / "out", groups) == asked(from_canaries, groups)
    for sheet in ("board", "slips", "cards"):
        one, other = (folder / f"{sheet}.pdf" for folder in (from_canaries, tmp_path / "out"))
        assert one.read_bytes() == other.read_bytes()


@pytest.mark.long
def test_run_again_it_updates_and_makes_no_second_class(tmp_path):
    gradebook = write_gradebook(tmp_path / "grades.csv", canary_rows())
    done(*tomorrow(gradebook, tmp_path / "out"))
    changed = [row.replace(",37.25", ",49.75") for row in canary_rows()]
    out = done(*tomorrow(write_gradebook(gradebook, changed), tmp_path / "out"))
    assert "Math P2: known\n  students: 0 added, 10 matched" in out
    assert "scores: 0 added, 1 changed, 9 left alone" in out
    assert asked(tmp_path / "out", class_names) == ["Math P2"]


@pytest.mark.long
def test_the_assessment_the_day_and_the_paper_can_be_named(tmp_path):
    more = ("--assessment", "Exit Ticket 6.RP.A.1", "--date", "2026-11-25", "--paper", "a4")
    out = done(*tomorrow(CANVAS, tmp_path / "out", *more))
    assert "Groups from “Exit Ticket 6.RP.A.1”" in out
    assert "The sheets for Wednesday, November 25:" in out


@pytest.mark.parametrize(
    ("more", "saying"),
    [
        (("--date", "2026-11-22"), "There is no school on Sunday"),
        pytest.param(
            ("--assessment", "Quiz 9"),
            "There is no assessment called “Quiz 9”",
            marks=pytest.mark.long,
        ),
    ],
)
def test_what_cannot_be_done_leaves_no_planner_and_no_sheets(tmp_path, more, saying):
    assert saying in refused(*tomorrow(CANVAS, tmp_path / "out", *more))
    left = [one for one in (tmp_path / "out").iterdir() if not one.name.startswith(".")]
    assert left == []


@pytest.mark.long
def test_what_cannot_be_done_the_second_time_takes_back_all_of_it(tmp_path):
    gradebook = write_gradebook(tmp_path / "grades.csv", canary_rows())
    done(*tomorrow(gradebook, tmp_path / "out"))
    before = asked(tmp_path / "out", lambda planner, _: planner.digest())
    write_gradebook(gradebook, canary_rows()[:5])
    more = ("--date", "2026-11-22")
    refused(*tomorrow(gradebook, tmp_path / "out", *more))
    assert asked(tmp_path / "out", lambda planner, _: planner.digest()) == before


def test_a_class_that_is_not_in_the_file_is_refused(tmp_path):
    said = refused(*tomorrow(CANVAS, tmp_path / "out", name="Science 9"))
    assert "“Math 6 - P4”, “Math 6 - P2”" in said


def test_a_folder_that_cannot_be_made_is_the_computer_s_matter(tmp_path):
    (tmp_path / "out").write_text("in the way")
    ran = run(*tomorrow(CANVAS, tmp_path / "out"))
    assert (ran.code, ran.out) == (4, "")
    assert "cannot be made" in ran.err


def test_the_planner_it_leaves_can_be_used_by_every_other_verb(from_canvas):
    _, folder = from_canvas
    planner = folder / "planner.plplanner"
    assert "is whole" in done("check", "--planner", planner)
    assert "Monday" in done("plan", *in_class(planner, "Math P2"))
