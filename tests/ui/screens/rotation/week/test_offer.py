from plplanner.ui.screens.rotation.week.offer import WeekOffer


def test_the_line_says_what_is_looked_at_and_hides_without_words(theme, qtbot):
    offer = WeekOffer(theme)
    qtbot.addWidget(offer)
    kept, left = [], []
    offer.kept.connect(lambda: kept.append(True))
    offer.left.connect(lambda: left.append(True))
    offer.show_words("Monday, not kept yet.")
    assert offer.isVisible()
    assert offer.accessibleName() == "Monday, not kept yet."
    offer.keep.click()
    offer.leave.click()
    assert (kept, left) == ([True], [True])
    offer.show_words("")
    assert offer.isHidden()
