from PySide6.QtWidgets import QLabel

from plplanner.ui.screens.rotation.plan_page import plan_page


def test_the_grid_takes_the_room_that_lines_and_strip_leave(qtbot):
    line, grid, close, strip = (QLabel(words) for words in ("line", "grid", "close", "strip"))
    page = plan_page((line,), grid, close, strip)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    assert grid.height() > 4 * line.height()
    assert line.y() < grid.parentWidget().y() < strip.y()
    line.hide()
    qtbot.waitUntil(lambda: grid.parentWidget().y() == 0)
