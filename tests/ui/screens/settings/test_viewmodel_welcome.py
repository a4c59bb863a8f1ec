import pytest

from plplanner.roster.queries import students_of_class
from plplanner.rotation.queries import plan_on
from plplanner.ui.screens.settings.viewmodel_welcome import Beginning


@pytest.fixture
def stage(stage_on, empty_planner):
    return stage_on(empty_planner)


@pytest.fixture
def wished(stage):
    wished = []
    stage.wishes.go_to.connect(wished.append)
    stage.wishes.say.connect(wished.append)
    return wished


@pytest.mark.long
def test_looking_around_shows_a_plan_of_the_next_school_day_as_one_step(stage, wished):
    before = stage.desk.planner.digest()
    Beginning(stage).add_sample()
    assert wished == ["tomorrow", "Added the sample class. Its students are invented."]
    chosen = stage.choice.school_class
    assert chosen.students == 28
    assert stage.desk.ask(plan_on, class_id=chosen.id, day=stage.choice.day) is not None
    assert stage.desk.undo_label == "Add the sample class"
    stage.desk.undo()
    assert stage.desk.planner.digest() == before


def test_pasted_names_and_their_class_are_one_step(stage, wished):
    before = stage.desk.planner.digest()
    beginning = Beginning(stage)
    beginning.open_paste(True)
    beginning.read_names("García, Ana\nLuz Castillo")
    beginning.add_names(" Room 12 ")
    assert wished == ["students", "Added 2 students to “Room 12”."]
    rows = stage.desk.ask(students_of_class, class_id=stage.choice.class_id)
    assert [(row.last, row.first) for row in rows] == [("Castillo", "Luz"), ("García", "Ana")]
    assert stage.desk.undo_label == "Add 2 students"
    assert not beginning.is_pasting
    stage.desk.undo()
    assert stage.desk.planner.digest() == before


def test_a_class_without_a_name_is_told_and_nothing_is_saved(stage, wished):
    problems = []
    stage.desk.problem.connect(problems.append)
    beginning = Beginning(stage)
    beginning.open_paste(True)
    beginning.read_names("Ana")
    beginning.add_names("  ")
    assert "name" in problems[0].what
    assert (wished, stage.choice.school_class, beginning.is_pasting) == ([], None, True)
