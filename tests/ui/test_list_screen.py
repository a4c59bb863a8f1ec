import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from plplanner.importing.read_file import read_gradebook
from plplanner.roster.commands import rename_student
from plplanner.ui.screens.gradebook.view import ScoresScreen
from plplanner.ui.screens.roster.view import StudentsScreen


@pytest.fixture
def screen(stage_on, planned, qtbot):
    made = StudentsScreen(stage_on(planned))
    qtbot.addWidget(made)
    made.resize(1206, 662)
    made.show()
    made.come_up()
    made.first_focus().setFocus()
    qtbot.waitUntil(lambda: made.side.name.text() == made.model.details.line.student.name)
    return made


@pytest.mark.long
def test_the_row_comes_first_and_what_stands_beside_follows(screen, qtbot):
    before = screen.side.name.text()
    qtbot.keyClick(screen.pane.view, Qt.Key.Key_Down)
    assert screen.side.name.text() == before
    after = screen.model.page_of([screen.pane.view.current_id()])[0].student.name
    assert after != before
    qtbot.waitUntil(lambda: screen.side.name.text() == after)


@pytest.mark.long
def test_only_the_row_that_changed_is_painted_again(screen):
    changed = []
    screen.pane.table.dataChanged.connect(lambda first, last: changed.append(first.row()))
    screen.pane.table.modelReset.connect(lambda: changed.append("all"))
    line = screen.model.page_of(screen.pane.table.ids)[2]
    student = line.student
    screen.stage.desk.do(
        rename_student, student_id=line.id, last=student.last, first=student.first, nickname="Bee"
    )
    assert changed == [2]


@pytest.mark.long
def test_a_second_click_on_a_heading_turns_the_order_round(screen):
    screen.model.sort_by("first")
    rising = screen.model.ids
    screen.model.sort_by("first")
    assert (screen.model.ids, screen.model.is_down) == (tuple(reversed(rising)), True)


@pytest.mark.parametrize("suffix", [pytest.param(".csv", marks=pytest.mark.long), ".xlsx"])
def test_the_list_leaves_as_it_is_shown_and_imports_again(screen, qtbot, monkeypatch, suffix):
    line = screen.model.page_of(screen.model.ids)[0]
    screen.model.rename(line, first="=cmd()", last="O'Öz")
    screen.pane.filter.setText("a")
    screen.model.sort_by("first")
    target = screen.stage.documents / f"out{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    with qtbot.waitSignal(screen.stage.wishes.show_banner):
        qtbot.mouseClick(screen.export, Qt.MouseButton.LeftButton)
    read = read_gradebook(file_name=target.name, content=target.read_bytes())
    shown = [line.student for line in screen.model.page_of(screen.model.ids)]
    assert 0 < len(shown) < screen.model.count
    names = [(one.last, one.first) for one in shown]
    assert [(one.last, one.first) for one in read.students] == names
    assert read.assessments == (), "what is only counted is no score"


@pytest.mark.long
def test_of_several_exports_the_teacher_chooses(list_screen_on, sample_planner):
    scores = list_screen_on(ScoresScreen, sample_planner)
    scores.export.click()
    menu = scores.findChild(QMenu)
    assert [act.text().partition("“")[0] for act in menu.actions()] == [
        "Export this table of assessments…",
        "Export the scores of ",
        "Export all scores…",
        "Export class for another system (OneRoster)…",
    ]
    menu.close()


@pytest.mark.long
def test_the_scores_come_first_while_one_works_in_them(list_screen_on, sample_planner, qtbot):
    scores = list_screen_on(ScoresScreen, sample_planner)
    scores.sheet.begin()
    qtbot.waitUntil(scores.sheet.grid.hasFocus)
    assert scores.exports()[0].says.startswith("Export the scores of")
