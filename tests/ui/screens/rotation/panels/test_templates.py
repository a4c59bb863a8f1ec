import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.rotation.templates.queries import templates_of_class
from plplanner.terms import Weekday
from plplanner.ui.screens.rotation.panels.templates import (
    DayTemplates,
    TemplatesPanel,
    open_templates,
)
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel


@pytest.fixture
def model(grouped, stage_on, application):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


@pytest.fixture
def templates(model):
    return DayTemplates(model, model.lesson)


@pytest.fixture
def panel(templates, theme, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = TemplatesPanel(templates, theme=theme, parent=parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open_below(parent)
    yield made
    made.close()


def known(model):
    found = model.stage.desk.ask(templates_of_class, class_id=1)
    return {row.name: row.weekday for row in found}


def test_a_day_is_saved_under_its_name_by_enter_and_one_undo_takes_it_back(panel, model, qtbot):
    said = []
    model.stage.wishes.say.connect(said.append)
    qtbot.keyClicks(panel.name, "Monday rotation")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert (known(model), panel.isVisible()) == ({"Monday rotation": None}, False)
    assert said == ["Saved this day as “Monday rotation”."]
    model.stage.desk.undo()
    assert known(model) == {}


def test_a_name_is_asked_for_and_the_panel_stays(panel, model):
    told = []
    model.stage.desk.problem.connect(told.append)
    panel.save.click()
    assert (told[0].what, panel.isVisible()) == ("The template has no name.", True)


@pytest.mark.long
def test_every_part_of_a_line_does_its_act_and_says_for_which(templates, theme, qtbot, model):
    templates.save("Long day", Weekday.MONDAY)
    parent = QWidget()
    qtbot.addWidget(parent)
    made = TemplatesPanel(templates, theme=theme, parent=parent)
    (line,) = made.lines
    assert line.when.currentText() == "On Mondays"
    assert line.use.accessibleName() == "Use “Long day” for this day"
    line.when.setCurrentIndex(0)
    line.when.activated.emit(0)
    assert known(model) == {"Long day": None}
    assert model.stage.desk.undo_label == "Use “Long day” only when chosen"
    line = made.lines[0]
    line.name.selectAll()
    qtbot.keyClicks(line.name, "Short day")
    line.name.editingFinished.emit()
    assert list(known(model)) == ["Short day"]
    assert line.remove.accessibleName() == "Remove “Short day”"
    line.remove.click()
    assert (known(model), made.lines) == ({}, [])


@pytest.mark.long
def test_a_template_used_is_looked_at_and_kept_from_the_banner(panel, templates, model):
    templates.save("Two rounds", None)
    open_templates(model, model.lesson, panel.parentWidget(), panel.parentWidget())
    opened = panel.parentWidget().findChildren(TemplatesPanel)[-1]
    opened.lines[0].use.click()
    assert model.lesson.offered.words == "“Two rounds”"
    model.keep_offer()
    assert model.stage.desk.undo_label == "Use “Two rounds”"
    assert model.lesson.draft is None
