from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget

from plplanner.ui.screens.rotation.missing_day import show_missing
from plplanner.ui.screens.rotation.planned_lesson import NoLesson

NO_GROUPS = NoLesson("No groups yet", "A plan is made for groups.", "Make groups", "groups")


def test_what_is_missing_is_said_with_a_step_and_the_page_before_goes(theme, qtbot):
    pages, pressed = QStackedWidget(), []
    qtbot.addWidget(pages)
    pages.addWidget(QWidget())
    show_missing(pages, NO_GROUPS, lambda: pressed.append("go on"), theme)
    show_missing(pages, NO_GROUPS, lambda: pressed.append("go on"), theme)
    assert (pages.count(), pages.currentIndex()) == (2, 1)
    said = [one.text() for one in pages.currentWidget().findChildren(QLabel)]
    assert {"No groups yet", "A plan is made for groups."} <= set(said)
    (step,) = pages.currentWidget().findChildren(QPushButton)
    step.click()
    assert pressed == ["go on"]
    show_missing(pages, None, print, theme)
    assert pages.count() == 1
