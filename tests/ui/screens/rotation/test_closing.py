from plplanner.ui.kit.plan_grid_rows import GridRound
from plplanner.ui.screens.rotation.closing import Closing


def test_the_close_says_when(application, qtbot):
    closing = Closing()
    qtbot.addWidget(closing)
    closing.show_time(GridRound("Close", "9:55 · 5 min"))
    assert (closing.title.text(), closing.time.text()) == ("Close", "9:55 · 5 min")
    assert closing.accessibleName() == "Close 9:55 · 5 min"
