import pytest

from plplanner.roster.commands import add_pull_out
from plplanner.roster.queries import students_of_class
from plplanner.terms import MasteryLevel, Weekday
from plplanner.ui.screens.roster.viewmodel import StudentsModel
from tests.builders import NOW, a_class, an_assessment


@pytest.fixture
def model(stage_on, planned):
    made = StudentsModel(stage_on(planned))
    made.be_shown(True)
    return made


def names(model):
    return [line.student.name for line in model.page_of(model.ids)]


def test_the_class_comes_by_last_name_with_group_and_scores(model):
    line = model.page_of(model.ids)[0]
    assert (len(model.ids), line.student.last, line.scores) == (28, "Adeyemi", 6)
    assert line.group_word
    assert all(one.group for one in model.lines.values())


@pytest.mark.parametrize(
    ("words", "found"), [("garcia", ["Ana Ga."]), ("GÓMEZ", ["Ana Gó."]), ("ana g", None)]
)
def test_names_are_found_kindly(model, words, found):
    model.filter_by(words)
    assert names(model) == (found or ["Ana Ga.", "Ana Gó."])
    model.filter_by("  ")
    assert len(model.ids) == 28


def test_a_group_s_word_finds_its_students(model):
    word = model.page_of(model.ids)[0].group_word
    model.filter_by(word.lower())
    assert {line.group_word for line in model.page_of(model.ids)} == {word}


def test_every_column_sorts_and_a_second_time_turns_round(model):
    for key in ("name", "first", "group", "scores"):
        model.sort_by(key)
        up = model.ids
        model.sort_by(key)
        assert (model.is_down, set(model.ids), model.ids != up) == (True, set(up), True)
    model.sort_by("name")
    assert (names(model)[0], model.is_down) == ("Amara", False)


def test_a_student_s_details_hold_scores_with_evidence(model):
    line = next(one for one in model.lines.values() if one.student.first == "Maya")
    model.choose(line.id)
    details = model.details
    assert details.classes == ("Math 3",)
    assert [one.weekday for one in details.pull_outs] == [Weekday.MONDAY]
    newest = details.scores[0]
    assert newest.title == "Exit ticket: fractions on a line"
    assert newest.level is MasteryLevel.NEARLY
    assert newest.about == "3 of 5, nearly, Wed 18 Nov"


def test_a_score_without_points_says_why(stage_on, empty_planner):
    class_id = a_class(empty_planner, students=1)
    an_assessment(empty_planner, class_id, points=[2], possible=None)
    made = StudentsModel(stage_on(empty_planner))
    made.be_shown(True)
    made.choose(made.ids[0])
    (score,) = made.details.scores
    assert (score.about, score.level) == ("2, Fri 20 Nov", MasteryLevel.NO_EVIDENCE)


def test_renaming_is_one_step_and_is_seen(model):
    line = model.page_of(model.ids)[0]
    model.rename(line, last="Zygmunt")
    assert model.stage.desk.undo_label == "Rename student"
    assert model.page_of(model.ids)[-1].student.last == "Zygmunt"
    model.rename(model.lines[line.id], nickname="<b>Tolly")
    assert model.lines[line.id].student.name == "<b>Tolly"


def test_a_language_is_kept(model):
    model.choose(model.ids[0])
    model.set_language(model.ids[0], "yo")
    assert model.details.line.student.home_language == "yo"


def test_a_student_is_added_and_removed_with_a_word_about_undo(model):
    said = []
    model.stage.wishes.say.connect(said.append)
    added = model.add_student(first="Zoë", last="")
    assert len(model.ids) == 29
    model.remove(added)
    assert (len(model.ids), said) == (28, ["Removed “Zoë” with all scores."])
    model.stage.desk.undo()
    assert added in model.ids


def test_a_student_without_a_name_is_not_added(model):
    told = []
    model.stage.desk.problem.connect(told.append)
    assert model.add_student(first=" ", last="") is None
    assert told[0].what == "A student has no name."


@pytest.mark.long
def test_without_a_class_the_list_is_empty_and_the_sample_fills_it(stage_on, empty_planner):
    made = StudentsModel(stage_on(empty_planner))
    made.be_shown(True)
    assert (made.ids, made.details, made.add_student(first="A", last="B")) == ((), None, None)
    made.add_sample()
    assert len(made.ids) == 28


def test_news_of_a_pull_out_are_heard(model, planned):
    model.choose(model.ids[0])
    assert model.details.pull_outs == ()
    class_id = model.stage.choice.class_id
    student = planned.ask(students_of_class, class_id=class_id)[0]
    planned.do(
        add_pull_out,
        student_id=student.id,
        weekday=Weekday.TUESDAY,
        starts_at=NOW.time().replace(hour=9, minute=0),
        ends_at=NOW.time().replace(hour=9, minute=30),
        label="Mr. K",
    )
    assert [one.label for one in model.details.pull_outs] == ["Mr. K"]


@pytest.mark.long
def test_a_move_and_a_leaving_are_steps_that_keep_the_scores(model, planned):
    other = a_class(planned, students=0, name="Math 4")
    said = []
    model.stage.wishes.say.connect(said.append)
    moved, gone = model.ids[:2]
    words = [line.student.name for line in model.page_of([moved, gone])]
    model.move(moved, other)
    assert model.stage.desk.undo_label == f"Move “{words[0]}” to another class"
    model.archive(gone)
    assert said[1] == f"“{words[1]}” left “Math 3”. The scores are kept."
    model.show_left(True)
    assert set(model.ids) == {moved, gone}
    assert [line.scores for line in model.page_of(model.ids)] == [6, 6]
    assert model.page_of([gone])[0].group_word == "Left Fri 20 Nov"
    model.choose(moved)
    assert model.details.classes == ("Math 4",)
    model.bring_back(gone)
    assert said[2] == f"“{words[1]}” is back in “Math 3”."
    assert (model.ids, model.shows_left) == ((moved,), True)
    for _ in range(3):
        model.stage.desk.undo()
    assert (len(model.ids), model.shows_left) == (28, False)


def test_a_class_that_all_have_left_shows_them_at_once(stage_on, empty_planner):
    a_class(empty_planner, students=1)
    made = StudentsModel(stage_on(empty_planner))
    made.be_shown(True)
    made.archive(made.ids[0])
    assert (made.count, made.shows_left, made.can_turn) == (1, True, False)


def test_another_class_is_shown_as_it_is_now(model, planned):
    other = a_class(planned, students=1, name="Math 4")
    model.archive(model.ids[0])
    model.show_left(True)
    model.stage.choice.choose_class(other)
    assert (len(model.ids), model.shows_left) == (1, False)
