from plplanner.importing.corrections import Corrections
from plplanner.importing.preview import preview_import
from plplanner.importing.read_file import read_gradebook
from plplanner.importing.rows import KnownAssessment, KnownClass, KnownPlanner, KnownStudent
from plplanner.ui.screens.importing.report_lines import report_lines
from tests.ui.screens.importing.drawers import GRADES


def preview_of(text, known=None, name="G3"):
    read = read_gradebook(file_name="a.csv", content=text.encode())
    return preview_import(
        read, known or KnownPlanner(), class_name=name, corrections=Corrections(), chosen={}
    )


def test_what_will_happen_is_said_in_order():
    lines = report_lines(preview_of(GRADES))
    assert [(line.figure, line.rest) for line in lines] == [
        ("1 new class", "G3"),
        ("3 new students", "added to the class"),
        ("2 new assessments", "Exit 3.NF.1 and Quiz"),
        ("4 new scores", "in 2 assessments"),
        ("1 column", "is left out"),
    ]
    assert lines[3].details == (
        "3 of them go to 3.NF.1.",
        "1 assessment has no standard. Give it one at the head of the column, or later in Scores.",
    )
    assert lines[-1].details == ("Current Score: worked out by Canvas",)


def test_only_assessments_that_get_new_scores_count_for_where_they_go():
    text = GRADES.replace(",3,7,", ",3,,").replace(",2,11,", ",2,,")
    (line,) = [one for one in report_lines(preview_of(text)) if one.figure == "3 new scores"]
    assert line.rest == "go to 3.NF.1"
    assert not any("of them" in one for one in line.details)


def test_what_was_taken_more_than_once_is_said():
    preview = preview_of(
        "StudentID,TermName,StudentFirstName,StudentLastName,TestRITScore,TestStartDate,"
        "TestName\n7,Fall 2026-2027,Ann,Li,201,9/4/2026,Mathematics\n"
        "7,Fall 2026-2027,Ann,Li,209,9/14/2026,Mathematics\n"
    )
    lines = {line.figure: line.rest for line in report_lines(preview)}
    assert lines["1 taken more than once"] == "the latest counts, every try is kept"


def test_known_students_say_how_they_were_found():
    known = KnownPlanner(students=(KnownStudent(1, "Amara", "Ola", ids={"canvas_id": "30412"}),))
    figures = [line.figure for line in report_lines(preview_of(GRADES, known))]
    assert figures[1:3] == ["1 student", "2 new students"]


def test_who_is_elsewhere_not_in_the_file_or_left_is_named_and_never_deleted():
    students = tuple(
        KnownStudent(n, last, first, ids={"canvas_id": number})
        for n, last, first, number in (
            (1, "Amara", "Ola", "30412"), (2, "Kimani", "Joy", "30389"), (3, "Zuse", "Eva", "1"),
        )
    )  # fmt: skip
    classes = (
        KnownClass(7, "G3", "G3", students=(3,), left=(2,)),
        KnownClass(8, "Art", "", students=(1,)),
    )
    preview = preview_of(GRADES, KnownPlanner(classes, students))
    known = {student.id: student for student in students}
    lines = {line.rest: line for line in report_lines(preview, known, {7: (3,), 8: (1,)})}
    assert lines["is in Art so far, and in this class too now"].details == ("Ola Amara",)
    assert lines["is not in this file and stays"].details == ("Eva Zuse",)
    assert lines["left the class; the scores come in, the student stays away"].details == (
        "Joy Kimani",
    )


def test_a_new_title_is_said_beside_the_old_one():
    stored = KnownAssessment(5, "Exit ticket", 5, native_id="11", imported_title="Exit ticket")
    known = KnownPlanner((KnownClass(7, "G3", "G3", assessments=(stored,)),))
    lines = {line.figure: line.rest for line in report_lines(preview_of(GRADES, known))}
    assert lines["1 new title"] == "“Exit ticket” is “Exit 3.NF.1” now"


def test_two_people_of_one_name_are_said_to_stay_two():
    lines = report_lines(preview_of("Name,Quiz /5\nAna Li,3\nAna Li,4\n"))
    assert ("Two called Ana Li", "stay two students") in [(one.figure, one.rest) for one in lines]


def test_scores_go_to_standards_where_all_of_them_do():
    preview = preview_of("Name,Exit 3.NF.1 (5),Quiz 3.NF.2 (4)\nAnn,3,\nBo,2,4\n")
    (line,) = [one for one in report_lines(preview) if one.figure == "3 new scores"]
    assert (line.rest, line.details) == ("go to 3.NF.1 and 3.NF.2", ())


def test_each_class_is_named_with_its_students_in_the_order_of_the_file():
    preview = preview_of("Name,Section,Quiz (5)\nAnn,P2,3\nBo,P2,4\nCy,P4,5\n", name="P4")
    assert report_lines(preview)[0].rest == "P2 (2 students) and P4 (1 student)"
