from dataclasses import replace

from PySide6.QtGui import QColor

from plplanner.terms import GROUP_IDENTITIES
from plplanner.ui.screens.rotation.grid_rows import NOT_TODAY, TeacherTurn
from plplanner.ui.screens.rotation.teacher_strip import TeacherStrip, tasks_differ

TURNS = (
    TeacherTurn(GROUP_IDENTITIES[0], "Round 1", "Fair shares"),
    TeacherTurn(GROUP_IDENTITIES[1], "not today", "Tuesday, first"),
)


def test_the_strip_can_be_heard_and_tints_the_current_group(theme, qtbot):
    strip = TeacherStrip(theme)
    qtbot.addWidget(strip)
    strip.show_turns(TURNS)
    strip.mark(1)
    strip.resize(784, 58)
    image = strip.grab().toImage()
    assert strip.accessibleName() == (
        "Teacher table. River: Round 1, Fair shares; Comet: not today, Tuesday, first"
    )
    assert image.pixelColor(470, 52) == QColor(theme.palette["sheet"])
    assert image.pixelColor(770, 52) == QColor(theme.palette["tint"])


def test_where_six_groups_share_the_strip_their_rounds_stand_below_their_words(theme, qtbot):
    strip = TeacherStrip(theme)
    qtbot.addWidget(strip)
    turns = tuple(
        TeacherTurn(one, "Round 1", f"Fair shares {place % 2}")
        for place, one in enumerate(GROUP_IDENTITIES[:6])
    )
    strip.show_turns(turns)
    strip.resize(886, 58)
    assert not strip._has_room((886 - 184) / 6)
    narrow = strip.grab().toImage()
    strip.show_turns(tuple(replace(turn, works_on=f"Line {turn.works_on}") for turn in turns))
    assert strip.grab().toImage() == narrow
    strip.resize(1400, 58)
    wide = strip.grab().toImage()
    strip.show_turns(turns)
    assert strip.grab().toImage() != wide


def test_one_line_for_every_group_is_not_repeated(theme, qtbot):
    strip = TeacherStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(1000, 58)
    strip.show_turns((
        TeacherTurn(GROUP_IDENTITIES[0], "Round 1", "Work with the teacher"),
        TeacherTurn(GROUP_IDENTITIES[1], "Round 2", "Work with the teacher"),
        TeacherTurn(GROUP_IDENTITIES[2], NOT_TODAY, "Tuesday, first"),
    ))  # fmt: skip
    assert strip.accessibleName() == (
        "Teacher table. River: Round 1; Comet: Round 2; Maple: not today, Tuesday, first"
    )
    assert tasks_differ(TURNS)
