import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from plplanner.roster import commands as roster
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.screen import Screen, ViewModel


class Counting(ViewModel):
    watches = frozenset({"school_class"})
    asked = 0

    def refresh(self):
        self.asked += 1
        super().refresh()


@pytest.fixture
def screen(stage_on, empty_planner, qtbot):
    stage = stage_on(empty_planner)
    screen = Screen(stage, Counting(stage))
    qtbot.addWidget(screen)
    return screen


def test_a_hidden_screen_waits_and_asks_once_when_it_comes(screen):
    model = screen._viewmodel
    screen.stage.desk.do(roster.add_class, name="Math")
    screen.stage.desk.do(roster.add_class, name="Science")
    assert model.asked == 0
    screen.come_up()
    assert model.asked == 1
    screen.step_back()
    screen.come_up()
    assert model.asked == 1


def test_a_shown_screen_asks_when_its_tables_change(screen):
    screen.come_up()
    asked = screen._viewmodel.asked
    screen.stage.desk.do(roster.add_class, name="Math")
    assert screen._viewmodel.asked > asked


def test_other_tables_do_not_bother_it(screen, empty_planner):
    from plplanner.library import commands as library

    screen.come_up()
    asked = screen._viewmodel.asked
    screen.stage.desk.do(library.add_standard, code="3.NF.1")
    assert screen._viewmodel.asked == asked


def test_it_knows_which_tables_changed_since_it_last_asked(screen):
    model = screen._viewmodel
    touched = []
    model.refreshed.connect(lambda: touched.append(model.is_touched(frozenset({"school_class"}))))
    screen.come_up()
    screen.stage.desk.do(roster.add_class, name="Math")
    assert touched[-1]
    assert not model.is_touched(frozenset({"school_class"}))
    screen.stage.choice.changed.emit()
    assert touched[-1], "of another class or day nothing asked before holds"


def test_a_screen_without_a_table_says_so(screen, qtbot):
    with qtbot.waitSignal(screen.stage.wishes.tell) as told:
        screen.export_table()
    assert told.args == ["There is no table on this screen to export."]


def test_on_an_empty_screen_the_keyboard_starts_at_the_way_on(screen, theme):
    assert screen.first_focus() is screen
    empty = EmptyState(
        theme=theme, icon_name="groups", title="Nothing", reason="", acts=[("Go on", print)]
    )
    screen.body.addWidget(empty)
    screen.show()
    assert screen.first_focus() is empty.buttons[0]


def test_the_keyboard_stays_on_the_screen_when_what_had_it_is_gone(
    screen, theme, qtbot, monkeypatch
):
    window = QWidget()
    qtbot.addWidget(window)
    page = QVBoxLayout(window)
    outside, inside = QPushButton("Class", window), QPushButton("Print", screen)
    empty = EmptyState(
        theme=theme, icon_name="print", title="Nothing", reason="", acts=[("Go on", print)]
    )
    screen.body.addWidget(inside)
    screen.body.addWidget(empty)
    page.addWidget(outside)
    page.addWidget(screen)
    window.show()
    empty.hide()
    inside.setFocus()
    monkeypatch.setattr(screen, "show_rows", lambda: (inside.hide(), empty.show()))
    screen._viewmodel.refreshed.emit()
    assert window.focusWidget() is empty.buttons[0]
    screen.setParent(None)
