from plplanner.ui.screens.rotation.side_panel import ShownCheck
from plplanner.ui.screens.rotation.side_strip import WIDTH, SideStrip


def test_the_strip_counts_and_opens_the_panel(theme, qtbot):
    acts = []
    strip = SideStrip(
        theme, on_open=lambda: acts.append("open"), on_print=lambda: acts.append("print")
    )
    qtbot.addWidget(strip)
    strip.show_counts(2, 6)
    assert strip.width() == WIDTH
    assert strip.checks.accessibleName() == "Checks: 2 to look at"
    assert strip.scores.accessibleName() == "6 new scores since these groups"
    strip.checks.click()
    strip.print_button.click()
    assert acts == ["open", "print"]


def test_without_newer_scores_that_badge_is_gone(theme, qtbot):
    strip = SideStrip(theme, on_open=list, on_print=list)
    qtbot.addWidget(strip)
    strip.show_counts(0, 0)
    assert strip.scores.isHidden()
    assert theme.palette["warnbg"] not in strip.checks.styleSheet()


def test_what_changed_on_paper_is_a_badge_that_prints_it(theme, qtbot):
    strip, printed = SideStrip(theme, on_open=list, on_print=list), []
    qtbot.addWidget(strip)
    remark = ShownCheck("The slip of Ann changed.", "", "Reprint 1 page", lambda: printed.append(1))
    strip.show_changed(remark, 1)
    assert strip.changed.text() == "1"
    assert strip.changed.accessibleName() == "Reprint 1 page: The slip of Ann changed."
    strip.changed.click()
    assert printed == [1]
    strip.show_changed(None, 0)
    assert strip.changed.isHidden()
