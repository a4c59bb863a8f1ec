from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.side_column import WIDTH, SideColumn


def test_long_words_wrap_and_the_foot_stays_in_sight(theme, qtbot):
    side = SideColumn("The student chosen")
    qtbot.addWidget(side)
    foot = plain_label("Foot")
    for _ in range(30):
        side.column.addWidget(plain_label("Many words that go on and on. " * 4, wrap=True))
    side.foot.addWidget(foot)
    side.resize(WIDTH, 300)
    side.show()
    assert side.width() == WIDTH
    assert foot.geometry().bottom() < 300
    assert side.accessibleName() == "The student chosen"
