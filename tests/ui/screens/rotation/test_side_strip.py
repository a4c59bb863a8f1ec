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
