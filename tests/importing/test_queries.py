import pytest

from plplanner.importing.commands import save_import
from plplanner.importing.queries import import_into_classes, known_students
from plplanner.problems import Problem
from plplanner.roster.commands import add_class
from tests.builders import NOW, a_class, a_planner, an_assessment
from tests.importing.files import ANN, BO, CY, P2, P4, read_rows, read_text


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def parts_of(planner, read, name):
    return planner.ask(import_into_classes, read=read, class_name=name)


def test_a_preview_changes_nothing(planner):
    before = planner.digest()
    parts = parts_of(planner, read_rows((*ANN, "4"), (*BO, "5"), (*CY, "3")), "Math P2")
    assert planner.digest() == before
    assert [(part.name, part.section, part.class_id) for part in parts] == [
        ("Math P2", P2, None),
        (P4, P4, None),
    ]
    assert [part.counts.students_new for part in parts] == [2, 2]
    assert [part.counts.scores_new for part in parts] == [2, 2]


def test_a_name_that_fits_no_section_is_refused_with_their_names(planner):
    read = read_rows((*ANN, "4"), (*BO, "5"))
    with pytest.raises(Problem, match=f"“{P2}”, “{P4}”"):
        parts_of(planner, read, "Science 9")


def test_a_class_is_known_by_its_name_or_by_its_section(planner):
    class_id = planner.do(add_class, name="First period", section=P2)
    read = read_rows((*ANN, "4"), (*BO, "5"))
    for name in ("first period", P2):
        part = parts_of(planner, read, name)[0]
        assert (part.class_id, part.name, part.section) == (class_id, "First period", P2)


def test_a_file_without_sections_may_go_into_a_known_class(planner):
    class_id = a_class(planner, students=1, name="Homeroom")
    an_assessment(planner, class_id, title="Exit ticket (5 points)", points=[4])
    read = read_text("Last,First,Exit ticket (5 points)\nLast01,Ada01,4\nLi,Ann,5\n")
    (part,) = parts_of(planner, read, "homeroom")
    counts = part.counts
    assert (part.class_id, counts.students_matched, counts.students_new) == (class_id, 1, 1)
    assert (counts.scores_same, counts.scores_new, part.plan.assessments_new) == (1, 1, 0)


def test_who_is_in_no_section_counts_with_the_class_asked_for(planner):
    read = read_rows((*ANN, "4"), (*BO, "5"), ("Oz, Cy", "3", "", "3"))
    parts = parts_of(planner, read, "Math P2")
    assert [part.counts.students_new for part in parts] == [2, 1]


def test_everyone_in_the_planner_is_known_with_the_ids_of_other_systems(planner):
    read = read_rows((*ANN, "4"))
    planner.do(
        save_import,
        classes=parts_of(planner, read, "Math P2"),
        file_name="a.csv",
        file_hash="0",
        imported_at=NOW,
    )
    (student,) = planner.ask(known_students)
    assert (student.last, student.first, student.suffix) == ("Li", "Ann", None)
    assert student.ids["canvas_id"] == "1"
