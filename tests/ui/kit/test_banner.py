from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from plplanner.ui.kit.banner import Banner


def test_a_banner_says_one_thing_and_offers_one_mend(qtbot, theme):
    done = []
    banner = Banner(
        "River, round 2 has no task.",
        theme=theme,
        tone="warn",
        action=("Pick a task", lambda: done.append("pick")),
        on_close=lambda: done.append("close"),
    )
    qtbot.addWidget(banner)
    assert banner.label.text() == "River, round 2 has no task."
    (mend,) = banner.findChildren(QPushButton)
    (close,) = banner.findChildren(QToolButton)
    qtbot.mouseClick(mend, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert done == ["pick", "close"]


def test_a_plain_remark_has_neither_sign_nor_button(qtbot, theme):
    banner = Banner("Draft.", theme=theme)
    qtbot.addWidget(banner)
    assert banner.findChildren(QPushButton) == []


def test_a_banner_that_stays_may_lead_two_ways(qtbot, theme):
    taken = []
    banner = Banner(
        "You are looking at a backup.", theme=theme, action=("Back", lambda: taken.append("back"))
    )
    qtbot.addWidget(banner)
    banner.add_act("Restore", lambda: taken.append("restore"))
    for button in banner.findChildren(QPushButton):
        button.click()
    assert taken == ["back", "restore"]


def test_in_a_side_panel_the_button_stands_below_the_words(qtbot, theme):
    act = ("Make one", lambda: None)
    banner = Banner("Leo has no playlist.", theme=theme, tone="news", action=act, is_narrow=True)
    qtbot.addWidget(banner)
    banner.resize(256, 80)
    banner.show()
    assert banner.findChild(QPushButton).y() >= banner.label.geometry().bottom()
