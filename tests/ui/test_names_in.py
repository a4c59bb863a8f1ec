import pytest

from plplanner.importing.queries import known_students
from plplanner.roster.commands import add_class, add_students, archive_student
from plplanner.roster.queries import students_of_class
from plplanner.roster.rows import NewStudent
from plplanner.ui.names_in import NamesIn
from tests.builders import TODAY


@pytest.fixture
def stage(stage_on, empty_planner):
    """Math with Ana García and Bo Li, who left; Art with Ben Okafor."""
    for name, people in (("Math", ["García Ana", "Li Bo"]), ("Art", ["Okafor Ben"])):
        class_id = empty_planner.do(add_class, name=name)
        new = [NewStudent(*one.split()) for one in people]
        ids = empty_planner.do(add_students, class_id=class_id, students=new, entered_on=TODAY)
        if name == "Math":
            empty_planner.do(archive_student, student_id=ids[1], left_on=TODAY, name="Bo")
    made = stage_on(empty_planner)
    made.choice.choose_class(1)
    return made


@pytest.fixture
def names(stage):
    made = NamesIn(stage)
    made.open_paste(True, into=stage.choice.school_class)
    return made


def in_class(stage, class_id):
    rows = stage.desk.ask(students_of_class, class_id=class_id)
    return [f"{row.first} {row.last}".strip() for row in rows]


def test_names_come_into_a_class_there_is_and_nobody_comes_twice(names, stage):
    said = []
    stage.wishes.say.connect(said.append)
    before = stage.desk.planner.digest()
    names.read_names("Zoe Quist\nBen Okafor\nBo Li\nAnna Garcia")
    assert [one.name for one in names.to_ask] == ["Ben Okafor", "Bo Li", "Anna Garcia"]
    assert len(names.to_add) == 4
    names.answer(names.to_ask[2], names.to_ask[2].offered[0])
    assert len(names.to_add) == 3, "Anna is Ana, who is here"
    names.add_names("")
    assert said == ["Added 3 students to “Math”."]
    assert in_class(stage, 1) == ["Ana García", "Bo Li", "Ben Okafor", "Zoe Quist"]
    assert len(stage.desk.ask(known_students)) == 4
    stage.desk.undo()
    assert stage.desk.planner.digest() == before


def test_who_was_recognised_is_known_by_that_name_from_then_on(names, stage):
    names.read_names("Benn Okafor")
    (one,) = names.to_ask
    names.answer(one, one.offered[0])
    names.add_names("")
    aliases = {row.first: row.aliases for row in stage.desk.ask(known_students)}
    assert aliases["Ben"] == ("Benn Okafor",)


def test_said_to_be_new_a_namesake_is_a_student_of_her_own(names, stage):
    names.read_names("Ben Okafor")
    names.answer(names.to_ask[0], None)
    names.add_names("")
    assert len(stage.desk.ask(known_students)) == 4


def test_a_new_class_may_come_without_names(stage):
    names, rooms = NamesIn(stage), []
    stage.wishes.go_to.connect(rooms.append)
    names.open_paste(True, may_be_empty=True)
    names.add_names(" Science ")
    assert (stage.choice.school_class.name, rooms) == ("Science", ["students"])
    assert stage.desk.undo_label == "Add class “Science”"
    assert not names.is_pasting
