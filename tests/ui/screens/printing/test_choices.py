from dataclasses import replace

from plplanner.printing.lesson_paper import Sheet
from plplanner.rotation.printed.queries import lesson_to_print
from plplanner.terms import Paper
from plplanner.ui.screens.printing.choices import (
    CHOSEN,
    EVERYONE,
    PrintChoices,
    cards_note,
    choices_when,
    notes_on,
    spoken,
    spoken_pages,
    spoken_sheets,
    students_to_choose,
    who_choices,
    wishes_of,
)
from tests.builders import MONDAY

USUAL = PrintChoices(Paper.LETTER)


def lesson_of(planner):
    return planner.ask(lesson_to_print, class_id=1, day=MONDAY)


def test_everyone_each_group_and_chosen_students_are_offered(planned):
    offered = who_choices(lesson_of(planned))
    assert offered[0].says == "Everyone, 28 students"
    assert [choice.key for choice in (offered[0], offered[-1])] == [EVERYONE, CHOSEN]
    assert sum(len(choice.student_ids) for choice in offered[1:-1]) == 28


def test_a_group_that_is_gone_means_everyone(planned):
    assert wishes_of(lesson_of(planned), replace(USUAL, who="group 999")).student_ids is None


def test_students_are_chosen_by_name(planned):
    names = [row.name for row in students_to_choose(lesson_of(planned))]
    assert names == sorted(names, key=str.casefold)


def test_who_has_no_playlist_is_named_in_a_sentence(planned):
    lesson = replace(lesson_of(planned), playlists={})
    leo = lesson.students[0]
    one = replace(USUAL, who=CHOSEN, chosen=frozenset({leo.id}))
    assert notes_on(lesson, one, ()) == (f"{leo.name} has no playlist. That card has plain steps.",)
    river = lesson_of(planned).plan.groups[0].group_id
    but_river = {key: row for key, row in lesson_of(planned).playlists.items() if key != river}
    (many,) = notes_on(replace(lesson, playlists=but_river), USUAL, ())
    assert many.endswith(" more have no playlist. Those cards have plain steps.")


def test_when_nobody_has_a_playlist_no_name_is_counted(planned):
    lesson = replace(lesson_of(planned), playlists={})
    everyone = "Nobody has a playlist yet. The cards have plain steps."
    assert notes_on(lesson, USUAL, ()) == (everyone,)
    two = replace(USUAL, who=CHOSEN, chosen=frozenset(row.id for row in lesson.students[:2]))
    words = "None of them has a playlist yet. The cards have plain steps."
    assert notes_on(lesson, two, ()) == (words,)


def test_names_that_cannot_be_drawn_are_named(planned):
    (note,) = notes_on(lesson_of(planned), USUAL, ("𒀀",))
    assert note == "The name “𒀀” has letters no bundled font can draw."


def test_the_slips_of_absent_students_are_said_to_be_for_later(planned):
    lesson = lesson_of(planned)
    first, second = lesson.students[:2]
    one = replace(lesson, absent=frozenset({first.id}))
    assert notes_on(one, USUAL, ()) == (f"{first.name} is absent. That slip says what was missed.",)
    two = replace(lesson, absent=frozenset({first.id, second.id}))
    assert notes_on(two, USUAL, ())[0].endswith(" are absent. Those slips say what was missed.")
    assert notes_on(one, replace(USUAL, ticked=frozenset({Sheet.CARDS})), ()) == ()


def test_two_sided_slips_are_warned_about_and_a_two_sided_board_is_not(planned):
    lesson, two_sided = lesson_of(planned), replace(USUAL, two_sided=True)
    assert len(notes_on(lesson, two_sided, ())) == 1
    assert notes_on(lesson, replace(two_sided, ticked=frozenset({Sheet.BOARD})), ()) == ()


def test_lists_are_spoken_as_one_says_them():
    assert spoken(["Leo"]) == "Leo"
    assert spoken(["Leo", "Maya"]) == "Leo and Maya"
    assert spoken(list("ABCDE")) == "A, B, C and 2 more"
    assert spoken_sheets([Sheet.CARDS]) == "playlist cards"
    three = [sheet for sheet in Sheet if sheet is not Sheet.SUBSTITUTE]
    assert spoken_sheets(three) == "class board, student slips and playlist cards"
    assert [spoken_pages(1), spoken_pages(8)] == ["1 page", "8 pages"]


def test_a_day_handed_over_is_told_in_choices_and_notes(planned):
    lesson = lesson_of(planned)
    handed = replace(lesson, plan=replace(lesson.plan, has_substitute=True))
    out = choices_when(USUAL, was_out=False, is_out=True)
    assert (out.selected, out.ticked) == (Sheet.SUBSTITUTE, frozenset(Sheet))
    assert notes_on(handed, out, ()) == ()
    without = replace(out, ticked=out.ticked - {Sheet.CARDS})
    (note,) = notes_on(handed, without, ())
    assert note.startswith("Groups work with their playlist cards. Select those too")
    assert len(notes_on(replace(handed, playlists={}), without, ())) == 1
    assert choices_when(out, was_out=True, is_out=True) == out
    back = choices_when(out, was_out=True, is_out=False)
    assert (back.selected, back.ticked) == (Sheet.CARDS, frozenset(Sheet))


def test_groups_sent_to_a_card_nobody_has_are_named_while_cards_are_not_printed(planned):
    lesson = replace(lesson_of(planned), playlists={})
    without = replace(USUAL, ticked=frozenset(Sheet) - {Sheet.CARDS})
    note = cards_note(lesson, without)
    assert note.endswith(" work with a card and have no playlist. A plain card says what to do.")
    assert notes_on(lesson, without, ()) == (note,)
    assert cards_note(lesson, USUAL) == "", "they are printed"
    assert cards_note(lesson_of(planned), without) == "", "a playlist's cards last a week"


def test_who_missed_the_last_lesson_is_named(planned):
    lesson = lesson_of(planned)
    one = lesson.students[0]
    back = replace(lesson, back=frozenset({one.id}))
    words = f"{one.name} missed the last lesson. That slip says to catch up first."
    assert notes_on(back, USUAL, ()) == (words,)
    assert notes_on(replace(back, absent=back.back), USUAL, ()) != (words,)
