from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

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


def height_wrapped(banner, width):
    """As a table asks that puts it below a cell: the layout was looked at, the words wrap."""
    banner.sizeHint()
    banner.hasHeightForWidth()
    policy = banner.label.sizePolicy()
    policy.setHeightForWidth(True)
    banner.label.setSizePolicy(policy)
    return banner.heightForWidth(width)


def test_its_height_is_known_before_it_is_shown(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    long = Banner("“9” is more than the 5 points there are. " * 3, theme=theme, parent=window)
    short = Banner("“9” is more.", theme=theme, tone="error", parent=window)
    assert 20 < height_wrapped(short, 340) < height_wrapped(long, 340)


def test_without_words_that_wrap_it_is_one_line_high(qtbot, theme):
    banner = Banner("Draft.", theme=theme)
    qtbot.addWidget(banner)
    assert banner.heightForWidth(340) == banner.sizeHint().height() > 20
