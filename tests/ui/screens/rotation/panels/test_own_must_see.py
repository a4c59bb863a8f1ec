import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.roster.commands import mark_absent
from plplanner.rotation.next_turn import groups_with_teacher
from plplanner.rotation.pick_tasks import MAY_DO
from plplanner.terms import StationKind
from plplanner.ui.screens.rotation.day_acts import open_panel
from plplanner.ui.screens.rotation.day_bar import DayBar
from plplanner.ui.screens.rotation.panels.must_see import MustSeePanel
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY
from tests.ui.screens.rotation.own_ways import plan_student_by_student


@pytest.fixture
def model(grouped, stage_on):
    plan_student_by_student(grouped)
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


@pytest.fixture
def panel_of(model, theme, qtbot):
    """`panel_of()`: the panel, opened as the menu does; `panel_of("must_see 7")` for one line."""
    parent, bar = QWidget(), DayBar(theme)
    for one in (parent, bar):
        qtbot.addWidget(one)
    parent.show()

    def opened(key="must_see"):
        assert open_panel(key, model, parent, bar)
        panel = parent.findChild(MustSeePanel)
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        return panel

    yield opened
    parent.close()


def left_out(model):
    met = groups_with_teacher(model.lesson.plan)
    return [line for line in model.lesson.plan.groups if line.group_id not in met]


def test_the_students_are_listed_as_the_class_is_and_the_seats_are_counted(model, panel_of):
    panel = panel_of()
    names = [row.name for row in model.lesson.students]
    listed = [panel.names.item(row).text() for row in range(panel.names.count())]
    assert [one.partition(" · ")[0] for one in listed] == names
    assert panel.says.text() == "3 rounds: room for 18 students."
    assert panel.students.isHidden(), "here all are single students"
    assert not panel.choose.isChecked(), "each has her own playlist"
    panel.close()


def test_who_is_absent_is_not_offered(model, panel_of):
    student = model.lesson.students[0]
    model.stage.desk.do(mark_absent, student_id=student.id, day=MONDAY, name=student.name)
    model.refresh()
    panel = panel_of()
    assert panel.names.count() == len(model.lesson.students) - 1
    panel.close()


def test_those_named_meet_the_teacher_and_one_undo_takes_it_back(model, panel_of, qtbot):
    before, (first, second, *_) = model.lesson.plan, left_out(model)
    panel = panel_of(f"must_see {first.group_id}")
    assert panel.names.chosen == (-first.student_ids[0],)
    assert panel.focusWidget() is panel.draft
    row = next(
        row for row in range(panel.names.count())
        if panel.names.item(row).text().startswith(f"{second.identity.word} ·")
    )  # fmt: skip
    panel.names.item(row).setCheckState(Qt.CheckState.Checked)
    panel.choose.setChecked(True)
    with qtbot.waitSignal(model.stage.wishes.say, timeout=10_000) as said:
        panel.draft.click()
    (told,) = said.args
    assert told.endswith(" come to you. 18 of 28 meet you.")
    assert first.identity.word in told
    assert second.identity.word in told
    seen = {first.student_ids, second.student_ids}
    lines = [line for line in model.lesson.plan.groups if line.student_ids in seen]
    for line in lines:
        (led,) = (one for one in line.visits if one.station_kind is StationKind.TEACHER_LED)
        assert led.is_locked
        assert MAY_DO not in {one.task for one in line.visits}
    tasks = {one.task for line in model.lesson.plan.groups for one in line.visits}
    assert MAY_DO in tasks
    assert model.stage.desk.undo_label.startswith("See ")
    model.stage.desk.undo()
    assert model.lesson.plan == before
