import pytest

from plplanner.roster.commands import mark_absent
from plplanner.rotation.swaps import ComesInstead, LongWait
from plplanner.ui.screens.rotation.coming import let_come_words
from plplanner.ui.screens.rotation.shown_checks import shown_check
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY
from tests.ui.screens.rotation.long_waits import let_one_wait


@pytest.fixture
def model(planned, stage_on):
    """Monday's plan, with nobody here of the group that comes to the teacher in round 2."""
    made = TomorrowModel(stage_on(planned))
    made.be_shown(True)
    plan = made.lesson.plan
    away = next(one for one in plan.groups if one.visits[1].station_name == "Teacher table")
    for student_id in away.student_ids:
        planned.do(mark_absent, student_id=student_id, day=MONDAY, name="Ada")
    made.refresh()
    yield made
    made.be_shown(False)


def the_check(model):
    return next(one for one in model.lesson.checks.to_look_at if isinstance(one.mend, ComesInstead))


def cells(model):
    return {
        (line.identity.word, visit.round_number): visit
        for line in model.lesson.plan.groups
        for visit in line.visits
    }


def test_one_click_lets_a_group_come_that_had_no_turn_and_undo_takes_it_back(model):
    said = []
    model.stage.wishes.say.connect(said.append)
    check, before = the_check(model), cells(model)
    shown = shown_check(model, check, lambda *_: None, lambda _: None)
    word = shown.button.removeprefix("Let ").removesuffix(" come in round 2")
    assert f"{word} could come in round 2. Nobody else moves." in shown.text
    digest = model.stage.desk.planner.digest()
    shown.mend()
    assert said == [f"{word} comes in round 2. Nobody else moves."]
    assert model.stage.desk.undo_label == shown.button
    after = cells(model)
    assert after[word, 2].station_name == "Teacher table"
    assert after[word, 2].task
    # Her own work, and not what the group had that is away.
    assert after[word, 2].task != before[word, 2].task
    moved = {cell for cell, visit in after.items() if visit != before[cell]}
    assert moved == {(word, 2), next(cell for cell in moved if cell[0] != word)}
    assert not any(isinstance(one.mend, ComesInstead) for one in model.lesson.checks.to_look_at)
    model.stage.desk.undo()
    assert model.stage.desk.planner.digest() == digest
    assert the_check(model) == check


def test_of_several_the_button_says_who(model):
    plan = model.lesson.plan
    first, second = plan.groups[:2]
    instead = ComesInstead((9,), ((first.group_id, 1), (second.group_id, 3)), ())
    assert let_come_words(plan, instead) == (
        f"Let {first.identity.word} and {second.identity.word} come"
    )


def test_who_has_waited_long_has_the_turn_of_another_by_one_click_and_undo(planned, stage_on):
    waits = let_one_wait(planned)
    model = TomorrowModel(stage_on(planned))
    model.be_shown(True)
    check = next(one for one in model.lesson.checks.to_look_at if isinstance(one.mend, LongWait))
    opened, said, word = [], [], waits.identity.word
    model.stage.wishes.say.connect(said.append)
    assert check.text.startswith(f"{word} has not met the teacher for 4 lessons")
    shown = shown_check(model, check, lambda *_: None, opened.append)
    assert shown.button.startswith(f"Let {word} come in round ")
    ((says, name),) = shown.more
    name()
    assert (says, opened) == ("Name who you must see", [f"must_see {waits.group_id}"])
    before, digest = cells(model), planned.digest()
    shown.mend()
    after = cells(model)
    number = int(shown.button[-1])
    assert after[word, number].station_name == "Teacher table"
    gave = next(one for one, n in before if n == number and before[one, n].station_name ==
                "Teacher table")  # fmt: skip
    assert after[gave, number].station_name == before[word, number].station_name
    assert {cell for cell in after if after[cell] != before[cell]} == {
        (word, number),
        (gave, number),
    }
    assert said[-1].startswith(f"{word} comes in round {number}. {gave} then goes to ")
    planned.undo()
    assert planned.digest() == digest
    model.be_shown(False)
