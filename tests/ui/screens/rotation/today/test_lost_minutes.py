from datetime import UTC, date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.rotation.lost_minutes import ways_on
from plplanner.rotation.rows import LessonTimes, TimedRound
from plplanner.ui.screens.rotation.today.lost_minutes import LostMinutes

MONDAY = date(2026, 11, 23)
NOW = datetime.combine(MONDAY, time(9, 31), tzinfo=UTC)
TIMES = LessonTimes(
    MONDAY, time(9), time(10), 8, 5, 2,
    (TimedRound(2, time(9, 25), time(9, 38)), TimedRound(3, time(9, 40), time(9, 53))),
)  # fmt: skip


def a_panel(qtbot, minutes=5):
    parent, taken = QWidget(), []
    qtbot.addWidget(parent)
    panel = LostMinutes(
        minutes,
        ways=lambda lost: ways_on(TIMES, NOW, lost=lost, meets_teacher=["Maple"]),
        on_choice=taken.append,
        parent=parent,
    )
    panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return parent, panel, taken


def titles(panel):
    return [one.text() for one in panel.group.buttons()]


def test_each_way_says_what_it_means_and_the_button_names_the_one_chosen(qtbot):
    parent, panel, taken = a_panel(qtbot)
    panel.more.click()
    assert panel.minutes.text() == "6 min"
    assert titles(panel) == ["Shorten rounds 2 and 3", "Leave out round 3", "Skip the close"]
    assert "10 minutes each. The close stays." in panel.group.button(0).accessibleName()
    panel.group.button(2).setChecked(True)
    assert panel.go.text() == "Skip the close"
    panel.go.click()
    assert [way.times.close for way in taken] == [0]
    parent.close()


def test_more_minutes_keep_the_way_chosen_and_too_many_leave_none(qtbot):
    parent, panel, _ = a_panel(qtbot)
    panel.group.button(1).setChecked(True)
    panel.more.click()
    assert panel.group.checkedId() == 1
    for _ in range(30):
        panel.more.click()
    assert "Shorten rounds 2 and 3" not in titles(panel)
    panel._ways = lambda lost: ()
    panel.more.click()
    assert not panel.go.isEnabled()
    parent.close()


def test_the_panel_is_as_high_as_its_words_after_every_minute(qtbot):
    parent, panel, _ = a_panel(qtbot)
    parent.show()
    panel.open_below(parent)
    high = panel.height()
    for _ in range(3):
        qtbot.mouseClick(panel.more, Qt.MouseButton.LeftButton)
        assert panel.isVisible()
        assert abs(panel.height() - high) < 60
    assert panel.minutes.text() == "8 min"
    assert all(one.isVisible() for one in panel.group.buttons())
    panel.close()
    parent.close()
