from functools import partial

from plplanner.importing.corrections import Corrections
from plplanner.importing.rows import KnownAssessment, KnownClass, KnownPlanner, KnownStudent
from plplanner.ui.screens.importing.files_in import FileIn, Told
from plplanner.ui.screens.importing.knowing import Gathered
from plplanner.ui.screens.importing.one_file import (
    class_meant,
    class_shown,
    classes_of_sections,
    first_told,
    has_news,
    has_people_in_none,
    preview_of,
    shows_only_changes,
    still_there,
    was_here_before,
)
from tests.importing.files import read_text

READ = read_text("Name,Quiz 2 /5\nAnn,3\n")
TOLD = Told(class_name="G3")


def test_a_new_title_alone_is_news():
    stored = KnownAssessment(5, "Quiz", 5, native_id="9", imported_title="Quiz")
    people = KnownPlanner(
        (KnownClass(7, "G3", "", assessments=(stored,), students=(1,)),),
        (KnownStudent(1, None, "Ann"),),
    )
    read = read_text("Student,ID,Section,Quiz B (9)\nPoints Possible,,,5\nAnn,,G3,\n")
    preview = preview_of(read, TOLD, Gathered(people), file_name="a.csv")
    assert (preview.counts.scores_new, preview.counts.students_new) == (0, 0)
    assert has_news(preview)


def test_a_first_file_is_shown_whole():
    preview = preview_of(READ, TOLD, Gathered(), file_name="a.csv")
    assert has_news(preview)
    assert not was_here_before(preview)
    assert not shows_only_changes(preview, Told(only_changes=True))


def test_what_is_told_first_names_the_class_and_keeps_what_was_remembered():
    kept = Corrections(extra_credit=True)
    told = partial(first_told, classes=(KnownClass(1, "Math 6", "P2"),), chosen="Art", kept=kept)
    first = told(FileIn("a.csv"), READ)
    assert (first.class_name, first.section, first.is_remembered) == ("Art", None, True)
    district = FileIn("d.csv", sections=("P2", "P4"))
    assert told(district, READ).class_name == "Math 6"
    assert told(district, READ, section="P4").class_name == "P4"
    assert told(FileIn("d.csv", sections=("P3", "P4")), READ).class_name == ""


def test_a_district_class_is_taken_for_granted_only_when_it_is_the_only_one_known():
    classes = (KnownClass(1, "Math 6", "P2"), KnownClass(2, "Art", "P9"))
    assert class_meant(("P1", "p2", "P3"), classes) == "p2"
    assert class_meant(("P2", "P9"), classes) is None
    assert class_meant(("P1",), classes) is None


def test_every_section_is_named_with_its_class_and_a_slip_leaves_what_was_said():
    read = read_text("Name,Section,Quiz /5\nAnn,P4,3\nBo,P2,4\nCy,,2\n")
    told = Told(class_name="P2", corrections=Corrections(classes={"P4": "Room 4"}))
    preview = preview_of(read, told, Gathered(), file_name="a.csv")
    assert classes_of_sections(preview, told) == (("P4", "Room 4"), ("P2", "P2"))
    assert has_people_in_none(preview)
    slip = Told(class_name="P2", corrections=Corrections(classes={"P4": "P2"}))
    refused = preview_of(read, slip, Gathered(), file_name="a.csv")
    assert classes_of_sections(refused, slip) == (("P4", "P2"), ("P2", "P2"))


def test_a_class_that_is_gone_is_not_made_anew_by_an_old_answer():
    kept = Corrections(classes={"P2": "Period 2", "P4": "Last year"}, extra_credit=True)
    there = still_there(kept, (KnownClass(1, "period 2", ""),))
    assert there == Corrections(classes={"P2": "Period 2"}, extra_credit=True)


def test_the_class_shown_is_the_one_said_of_the_only_section():
    read = read_text("Name,Section,Quiz /5\nAnn,P4,3\n")
    told = Told(class_name="P4", corrections=Corrections(classes={"P4": "Room 4"}))
    preview = preview_of(read, told, Gathered(), file_name="a.csv")
    assert class_shown(told, preview) == "Room 4"
    assert class_shown(told, None) == "P4"
