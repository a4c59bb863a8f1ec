from dataclasses import replace
from datetime import datetime

from plplanner.roster import commands as roster
from plplanner.ui.shell.status_bar import StatusBar


def test_it_says_when_the_last_step_was_saved(stage_on, empty_planner, qtbot):
    stage = stage_on(empty_planner)
    bar = StatusBar(stage.theme)
    qtbot.addWidget(bar)
    assert bar.saved.text() == "Opening"
    bar.follow(stage, last_backup=None)
    assert (bar.saved.text(), bar.backup.text()) == ("Ready", "")
    stage.desk.do(roster.add_class, name="Art")
    assert bar.saved.text() == "Saved 19:42"
    assert bar.backup.text() == "First backup when you close"
    bar.say_backup(datetime(2026, 11, 22))
    stage.desk.do(roster.add_class, name="Music")
    assert bar.backup.text() == "Last backup Sun 22 Nov"


def test_a_time_in_the_morning_is_said_without_a_zero_before_it(stage_on, empty_planner, qtbot):
    stage = replace(stage_on(empty_planner), clock=lambda: datetime(2026, 11, 22, 9, 28))
    bar = StatusBar(stage.theme)
    qtbot.addWidget(bar)
    bar.follow(stage, last_backup=None)
    bar.say_saved()
    assert bar.saved.text() == "Saved 9:28"


def test_it_names_the_last_backup(stage_on, empty_planner, qtbot):
    stage = stage_on(empty_planner)
    bar = StatusBar(stage.theme)
    qtbot.addWidget(bar)
    bar.follow(stage, last_backup=datetime(2026, 11, 20))
    assert bar.backup.text() == "Last backup Fri 20 Nov"


def test_it_tells_where_it_has_no_words(stage_on, empty_planner, qtbot):
    stage = stage_on(empty_planner)
    bar = StatusBar(stage.theme)
    qtbot.addWidget(bar)
    bar.resize(960, 26)
    bar.show()
    bar.follow(stage, last_backup=None)
    before = bar.free_span()
    bar.say_backup(datetime(2026, 11, 20))
    first, last = bar.free_span()
    assert before[0] < first < last == before[1]
    assert bar.backup.geometry().right() < first
    assert last < bar.keys.x()
