"""Every nasty case that the page of layouts and the teacher's first day name, with its sentence."""

import pytest

from plplanner.importing.as_json import as_json
from plplanner.importing.class_plans import plan_classes
from plplanner.importing.read_file import read_gradebook
from plplanner.importing.rows import KnownPlanner
from plplanner.problems import Problem
from tests.importing.packed import a_zip

PEOPLE = tuple(f"Li{chr(97 + number)}" for number in range(25))


def read(text, name="grades.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    return as_json(read_gradebook(file_name=name, content=content))


def of_cells(cells, heading="Quiz (10)"):
    """What a column with these cells says, between many plain scores."""
    odd = "".join(f'"{who}, Ann","{cell}"\n' for who, cell in zip(PEOPLE, cells, strict=False))
    plain = "".join(f'"{who}, Bo",{place % 10}\n' for place, who in enumerate(PEOPLE))
    said = read(f'Student,"{heading}"\n{odd}{plain}')
    return said, [row[0] for row in said["scores"][: len(cells)]]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("excused", "EX Ex Exc Excused exempt X"),
        ("missing", "M Missing MI"),
        ("absent", "ABS A Abs"),
        ("incomplete", "Inc"),
        ("none", "-|N/A|Not Attempted|Not Available|Needs Grading|Assigned||#DIV/0!"),
    ],
)
def test_words_for_a_status_are_known_and_are_no_number(status, words):
    cells = words.split("|") if "|" in words else words.split()
    _, scores = of_cells(cells)
    assert {(score["status"], score["points"]) for score in scores} == {(status, None)}


def test_late_keeps_its_number():
    _, (score, alone) = of_cells(["7 late", "late"])
    assert (score["points"], score["late"], score["status"]) == (7, True, "scored")
    assert (alone["status"], alone["late"]) == ("none", True)


def test_blank_zero_and_what_x_m_and_z_mean_are_asked_once():
    said, (blank, zero, *_) = of_cells(["", "0", "X", "M", "Z"])
    assert (blank["status"], zero["points"]) == ("none", 0)
    asked = {one["about"]: one["message"] for one in said["questions"]}
    assert asked["words"] == "What do these marks mean: “M”, “X”, “Z”?"
    assert asked["blank"] == "1 cell is blank. Not handed in, or not yet graded?"


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("4-Mar", "“4-Mar” looks like 3/4 that a spreadsheet turned into a date."),
        ("1.23E+05", "“1.23E+05” is a long number that a spreadsheet shortened."),
        ("1,234.50", "“1,234.50” can be read as thousands or as decimals."),
        ("1.234,50", "“1.234,50” can be read as thousands or as decimals."),
        ("#REF!", "“#REF!” is a formula that lost what it worked with."),
        ("see me", "“see me” is not a score or a mark known here."),
        ("12", "“12” is above the 10 points possible."),
        ("-3", "“-3” is below zero."),
    ],
)
def test_a_cell_that_needs_a_look_says_so_with_its_row_and_is_never_guessed(cell, sentence):
    said, (score,) = of_cells([cell])
    (warning,) = said["warnings"]
    assert (warning["row"], warning["column"], warning["message"]) == (2, "Quiz (10)", sentence)
    assert score["points"] == {"12": 12, "-3": -3}.get(cell)


def test_a_score_above_its_points_waits_and_the_rest_comes_in():
    content = b"Student,Quiz (10)\nAnn Li,12\nBo Oz,7\n"
    gradebook = read_gradebook(file_name="a.csv", content=content)
    (part,) = plan_classes(gradebook, KnownPlanner(), class_name="Math")
    assert part.counts.students_new == 2
    assert part.counts.scores_new + part.counts.unread >= 1


@pytest.mark.parametrize(
    ("written", "last", "first", "suffix"),
    [
        ("O'Brien, Siobhán", "O'Brien", "Siobhán", None),
        ("Washington, Darnell, Jr.", "Washington", "Darnell", "Jr."),
        ("Smith, John III", "Smith", "John", "III"),
        ("Darien GEHRING", "Gehring", "Darien", None),
        ("Gehring, Darien (Darien)", "Gehring", "Darien", None),
        ("Wang, Evan ( Evan )", "Wang", "Evan", None),
        ("Madonna", None, "Madonna", None),
        ("\u200bLi,\u00a0Ann", "Li", "Ann", None),
        ("de la Cruz, Jose\u0301", "de la Cruz", "José", None),
    ],
)
def test_a_name_is_read_however_it_is_written(written, last, first, suffix):
    student = read(f'Student,Quiz\n"{written}",4\n"Oz, Bo",5\n')["students"][0]
    assert (student["last"], student["first"], student["suffix"]) == (last, first, suffix)


def test_two_with_one_name_and_different_ids_are_two_and_ids_are_text():
    said = read('Student,ID,Quiz\n"Li, Ann",007,4\n"Li, Ann",7,5\n')
    assert [student["ids"]["student_id"] for student in said["students"]] == ["007", "7"]


@pytest.mark.parametrize("headings", ["Student,SIS ID,Quiz", "Student,ID,SIS User ID,Quiz (7)"])
def test_a_shortened_id_is_told_and_never_used_to_know_somebody(headings):
    own = ",9" if headings.count(",") > 2 else ""
    said = read(f'{headings}\n"Li, Ann"{own},1.23E+05,5\n"Oz, Bo"{own},1.23E+05,5\n')
    assert "1.23E+05" not in str(said["students"])
    assert "shortened" in said["warnings"][0]["message"]


COMPUTED = [
    *("Current Score", "Final Points", "Unposted Final Grade", "Override Score", "Total"),
    *("Quiz (read only)", "Weighted Total", "Overall Grade", "Course total", "Average", "Rank"),
    *("Quizzes Subtotal Numerator", "Calculated Final Grade Numerator", "End-of-Line Indicator"),
    *("Adjusted Final Grade Denominator", "up to 10", "Category: Quizzes - Grade"),
]


def test_computed_columns_are_never_assessments():
    cells = ["".join(f",{(row * 7 + at * 3) % 10}" for at in range(17)) for row in range(9)]
    rows = "".join(f"{PEOPLE[row]} Ann,{row}{more}\n" for row, more in enumerate(cells))
    said = read(f"Student,Real quiz,{','.join(COMPUTED)}\n{rows}")
    assert [one["title"] for one in said["assessments"]] == ["Real quiz"]


@pytest.mark.parametrize("label", ["Points Possible", "Date", "Points", "Class Average", "Out of"])
@pytest.mark.parametrize("last", [False, True])
def test_rows_that_are_no_students_are_told_apart(label, last):
    people = '"Li, Ann",4\n"Oz, Bo",5\n'
    rows = people + f"{label},10\n" if last else f"{label},10\n{people}"
    assert len(read(f"Student,Quiz\n{rows}")["students"]) == 2


@pytest.mark.parametrize("label", ["Answer Key", "https://x.example.org", "Student, Test", "Total"])
def test_keys_addresses_totals_and_test_students_are_no_students(label):
    said = read(f'Student,Quiz\n"Li, Ann",4\n"Oz, Bo",5\n"{label}",10\n')
    assert len(said["students"]) == 2


@pytest.mark.parametrize(
    "written",
    [
        b"sep=;\nName;Test (10)\nPaul, Ada;7,5\nNg, Wei;8\n",
        b"Name\tTest (10)\rAda Paul\t7.5\rWei Ng\t8\r",
        b"Name|Test (10)\r\nAda Paul|7.5\r\nWei Ng|8\r\n",
        b'Name,Test (10),Why\n"Paul, Ada",7.5,"two\nlines"\n"Ng, Wei",8,x\n',
        "\ufeffName,Test (10)\nAda Paul,7.5\nWei Ng,8\n".encode(),
        "Name\tTest (10)\nAda Paul\t7.5\nWei Ng\t8\n".encode("utf-16"),
        "Name\tTest (10)\nAda Paul\t7.5\nWei Ng\t8\n".encode("utf-16-le"),
        "Namé,Name,Test (10)\né,Ada Paul,7.5\né,Wei Ng,8\n".encode("cp1252"),
    ],
)
def test_any_separator_line_end_and_encoding_says_the_same(written):
    said = read(written)
    assert [student["first"] for student in said["students"]] == ["Ada", "Wei"]
    assert said["scores"][0][0]["points"] == 7.5


@pytest.mark.parametrize("above", range(8))
def test_the_heading_may_stand_in_any_of_the_first_eight_rows(above):
    said = read("Room 12,,\n" * above + "Student,Quiz 1,Quiz 2\nAda Paul,4,5\nWei Ng,3,2\n")
    assert (len(said["students"]), len(said["assessments"])) == (2, 2)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", b"%PDF-1.7", "a PDF"),
        ("a.xlsx", a_zip({"Index/Document.iwa": "x"}), "Numbers"),
        ("a.zip", a_zip({"imsmanifest.xml": "<manifest/>"}), "a course package"),
        ("a.docx", a_zip({"word/document.xml": "x"}), "a Word document"),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected with a password",
        ),
        ("a.xlsx", b"PK\x03\x04" + bytes(40), "damaged or did not download completely"),
        ("a.csv", b"", "is empty"),
        ("a.csv", b"Color,Size\nred,4\n", "no column with student names"),
        ("a.csv", b"Student,Quiz\n", "no student below it"),
    ],
)
def test_a_file_that_is_no_gradebook_says_what_it_is_and_what_to_do(name, content, sentence):
    with pytest.raises(Problem, match=sentence) as refused:
        read_gradebook(file_name=name, content=content)
    assert refused.value.next_step.endswith(".")


@pytest.mark.parametrize("begins", ["<", "[", "(", "x: ("])
def test_a_cell_of_ninety_kilobytes_holds_nobody_up(begins):
    long = begins + "x" * 90_000  # some patterns once took a minute over it
    assert read(f"Student,{long},Quiz (5)\nAnn Li,{long},4\n")["students"][0]["first"] == "Ann"
    with pytest.raises(Problem, match="no column with student names"):
        read(f"{long}\nAnn,3\n")
