from dataclasses import replace

from plplanner.terms import MasteryLevel
from plplanner.ui.screens.grouping.pile_frame import PileFrame, Verdict, here_of


def picture(frame):
    return frame.grab().toImage()


def a_frame(qtbot, theme, pile):
    frame = PileFrame(theme, pile)
    qtbot.addWidget(frame)
    frame.resize(180, 260)
    frame.show()
    return frame


def test_a_screen_reader_hears_the_group_its_size_and_level(qtbot, theme, a_pile):
    frame = a_frame(qtbot, theme, a_pile(0, "Ana", "Ben"))
    assert frame.accessibleName() == "River, 2 students, Nearly"
    assert frame.list.accessibleName() == frame.accessibleName()


def test_a_pile_of_several_levels_says_so_at_its_head(qtbot, theme, a_pile):
    plain = a_pile(0, "Ana", "Ben", "Cy")
    low = replace(plain.students[2], level=MasteryLevel.NOT_YET)
    mixed = replace(plain, students=(*plain.students[:2], low))
    frame = a_frame(qtbot, theme, mixed)
    assert frame.accessibleName() == "River, 3 students, 2 nearly, 1 not yet"
    before = picture(frame).copy(0, 0, 180, 60)
    frame.show_pile(plain)
    assert picture(frame).copy(0, 0, 180, 60) != before


def test_no_student_is_cut_in_two(qtbot, theme, a_pile):
    frame = a_frame(qtbot, theme, a_pile(0, *(f"Kid {number}" for number in range(9))))
    for high in (260, 300, 333):
        frame.resize(180, high)
        frame.layout().activate()
        assert frame.list.height() % frame.list.row_height == 0


def test_every_group_looks_different_without_its_colour(qtbot, theme, a_pile):
    pictures = []
    for place in range(20):
        grey = picture(a_frame(qtbot, theme, a_pile(place, "Ana")))
        pictures.append(grey.convertToFormat(grey.Format.Format_Grayscale8))
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[n + 1 :])


def test_a_student_held_over_it_draws_a_frame(qtbot, theme, a_pile):
    frame = a_frame(qtbot, theme, a_pile(0, "Ana"))
    before = picture(frame)
    frame.list.target_changed.emit(True)
    assert picture(frame) != before
    frame.list.target_changed.emit(False)
    assert picture(frame) == before


def test_another_pile_can_take_the_place(qtbot, theme, a_pile):
    frame = a_frame(qtbot, theme, a_pile(0, "Ana"))
    frame.show_pile(a_pile(3, "Ben", "Cy"))
    assert frame.accessibleName() == "Kite, 2 students, Nearly"
    assert [one.name for one in frame.list.table.students] == ["Ben", "Cy"]


def test_what_a_drop_would_mean_stands_at_its_foot_while_someone_is_held_there(
    qtbot, theme, a_pile
):
    frame = a_frame(qtbot, theme, a_pile(0, "Ana"))
    frame.say(Verdict("Breaks “<b>Ana and Ben apart”.", is_warm=True))
    assert frame.verdict.isVisible()
    assert frame.verdict.text() == "Breaks “<b>Ana and Ben apart”."
    assert frame.rect().contains(frame.verdict.geometry())
    frame.list.target_changed.emit(False)
    assert not frame.verdict.isVisible()
    frame.say(Verdict(""))
    assert not frame.verdict.isVisible()


def test_who_is_absent_does_not_count(qtbot, theme, a_pile):
    pile = a_pile(0, "Ana", "Ben", is_absent=True)
    assert a_frame(qtbot, theme, pile).accessibleName() == "River, 2 students, Nearly, 2 absent"


def test_a_group_with_a_topic_says_it_instead_of_its_level(qtbot, theme, a_pile):
    pile = a_pile(0, "Ana", "Ben")
    frame = a_frame(qtbot, theme, pile)
    before = picture(frame)
    frame.show_pile(replace(pile, topic="<b>Storms"))
    assert picture(frame) != before
    assert frame.accessibleName() == "River, 2 students, <b>Storms, Nearly"


def test_of_a_pile_with_somebody_absent_it_is_said_how_many_are_here(a_pile):
    pile = a_pile(0, "Ana", "Ben", "Cy")
    assert here_of(pile) == "3"
    away = replace(pile.students[0], is_absent=True)
    assert here_of(replace(pile, students=(away, *pile.students[1:]))) == "2 of 3"
