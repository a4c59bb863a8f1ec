from dataclasses import replace
from datetime import date, time, timedelta

from plplanner.library.rows import StandardRow
from plplanner.playlists.rows import PlaylistItemRow, PlaylistRow
from plplanner.printing.compose import (
    BACK,
    CALLED,
    CHECK_IN,
    WHILE_AWAY,
    board_of,
    called_to_table,
    cards_of,
    slips_of,
)
from plplanner.printing.rows import CardItem, CardLink
from plplanner.roster.rows import PullOutRow, StudentRow
from plplanner.rotation.rows import (
    LessonGoals,
    LessonToPrint,
    PlanGroupRow,
    PlanRow,
    RoundRow,
    VisitRow,
)
from plplanner.terms import (
    ItemRole,
    PlanState,
    PlaylistUse,
    ResourceKind,
    StationKind,
    VoiceLevel,
    group_identity,
    own_identity,
)
from tests.builders import MONDAY

FRIDAY = MONDAY + timedelta(days=4)
GOAL = StandardRow(1, "3.NF.A.1", "Text of the state", "I can share.", {"es": "Puedo."})
TEACHER = VisitRow(1, "Teacher table", StationKind.TEACHER_LED, "Back table", "Build it")
ALONE = VisitRow(2, "On my own", StationKind.INDEPENDENT, "My desk", "Page 3")


def a_student(number, name, language="en"):
    return StudentRow(number, name, "Last", name, "", "", number, language, {})


STUDENTS = (a_student(1, "zoe"), a_student(2, "Ann", "es"), a_student(3, "Bo"))


def a_plan(**changes):
    values = {
        "id": 1,
        "class_id": 1,
        "class_name": "Math P2",
        "subject": "Math",
        "day": MONDAY,
        "state": PlanState.DRAFT,
        "starts_at": time(9),
        "minutes": 60,
        "rounds": (RoundRow(1, time(9, 10), 13), RoundRow(2, time(9, 25), 13)),
        "groups": (
            PlanGroupRow(10, group_identity("river"), (1, 2), (TEACHER, ALONE)),
            PlanGroupRow(11, group_identity("comet"), (3,), (None, ALONE)),
        ),
        "when_done": "Read.",
    }
    return PlanRow(**{**values, **changes})


def an_item(role, title, address="", code=None):
    return PlaylistItemRow(
        0, role, title, ResourceKind.GAME, "Table 3", 10, None, False, address, code
    )


ITEMS = (
    an_item(ItemRole.MUST, "Strips", "box 4"),
    an_item(ItemRole.MUST, "Lab", "https://example.org/fl3", "FL3"),
    an_item(ItemRole.MUST, ""),
    an_item(ItemRole.CHECK_IN, "Show your teacher"),
    an_item(ItemRole.MAY, "Match game", "https://example.org/match", "MG"),
    an_item(ItemRole.CHECK, "5 questions"),
)


def assigned(standard=GOAL, items=ITEMS):
    return PlaylistRow(1, "Reteach sharing", PlaylistUse.RETEACH, standard, items), MONDAY, FRIDAY


def test_the_board_says_where_each_group_is():
    board = board_of(a_plan(), {})
    assert (board.title, board.day, board.when_done) == ("Math rotations", MONDAY, "Read.")
    assert board.round_starts == (time(9, 10), time(9, 25))
    assert [line.group.word for line in board.lines] == ["River", "Comet"]
    assert board.lines[0].cells[0].task == "Build it"
    assert board.lines[1].cells[0] is None


def test_a_station_called_after_its_place_says_it_once_on_board_and_slip():
    together = replace(ALONE, station_name="Together, table 4", place="Table 4")
    plan = a_plan()
    plan = replace(plan, groups=(replace(plan.groups[0], visits=(together, together)),))
    assert board_of(plan, {}).lines[0].cells[0].place == ""
    assert slips_of(plan, STUDENTS, ())[0].rounds[0].place == ""


def test_board_and_slip_say_how_loud_it_is_at_a_station():
    quiet = replace(ALONE, voice=VoiceLevel.WHISPER)
    plan = a_plan()
    plan = replace(plan, groups=(replace(plan.groups[0], visits=(TEACHER, quiet)),))
    assert board_of(plan, {}).lines[0].cells[1].place == "My desk · Whisper"
    slip = slips_of(plan, STUDENTS, ())[0].rounds[1]
    assert (slip.task, slip.place) == ("Page 3 · Whisper", "My desk")


def test_a_class_without_a_subject_gives_the_board_its_name():
    assert board_of(a_plan(subject=""), {}).title == "Math P2 rotations"


def test_the_goal_is_on_the_board_only_when_all_groups_share_it():
    other = StandardRow(2, "3.NF.A.2", "", "I can draw.", {})
    assert board_of(a_plan(), {10: assigned(), 11: assigned()}).i_can == "I can share."
    assert board_of(a_plan(), {10: assigned(), 11: assigned(other)}).i_can is None
    assert board_of(a_plan(), {10: assigned(None)}).i_can is None


def test_goals_the_teacher_wrote_stand_before_what_playlists_say():
    plan = replace(a_plan(), goals=LessonGoals("I can halve.", "I can say why.", "Part 2"))
    board = board_of(plan, {10: assigned(), 11: assigned()})
    assert (board.i_can, board.language_goal) == ("I can halve.", "I can say why.")
    assert board.goal == "I can halve.  Language: I can say why."
    assert replace(board, i_can=None).goal == "Language: I can say why."
    slips = slips_of(plan, [a_student(1, "Ann")], [])
    assert {slip.watch_next for slip in slips} == {"Part 2"}


def test_slips_come_by_group_and_then_by_name():
    slips = slips_of(a_plan(), STUDENTS[::-1], ())
    assert [(slip.group.word, slip.name) for slip in slips] == [
        ("River", "Ann"),
        ("River", "zoe"),
        ("Comet", "Bo"),
    ]
    assert [one.number for one in slips[0].rounds] == [1, 2]


def test_a_round_without_a_station_is_left_out_of_the_slip():
    (slip,) = [slip for slip in slips_of(a_plan(), STUDENTS, ()) if slip.name == "Bo"]
    assert [(one.number, one.starts_at) for one in slip.rounds] == [(2, time(9, 25))]


def test_a_slip_says_every_time_out_of_the_room():
    outs = [
        PullOutRow(2, time(9, 5), time(9, 25), "Ms. R"),
        PullOutRow(2, time(10), time(10, 20), "Lab"),
    ]
    by_name = {slip.name: slip.pull_out for slip in slips_of(a_plan(), STUDENTS, outs)}
    assert by_name == {"Ann": "9:05–9:25 Ms. R, 10:00–10:20 Lab", "zoe": None, "Bo": None}


def test_the_slip_of_an_absent_student_is_for_when_she_is_back():
    outs = [PullOutRow(2, time(9, 5), time(9, 25), "Ms. R")]
    slips = slips_of(a_plan(), STUDENTS, outs, absent={2})
    by_name = {slip.name: slip.pull_out for slip in slips}
    assert by_name == {"Ann": WHILE_AWAY, "zoe": None, "Bo": None}


def test_who_left_the_class_gets_no_slip_and_no_card():
    assert [slip.name for slip in slips_of(a_plan(), STUDENTS[:1], ())] == ["zoe"]
    assert [card.name for card in cards_of(a_plan(), STUDENTS[:1], {})] == ["zoe"]


def test_a_card_holds_the_playlist_and_leaves_out_items_without_words():
    card = cards_of(a_plan(), STUDENTS, {10: assigned()})[1]
    assert card.must == (
        CardItem("Strips", ResourceKind.GAME, "Table 3", 10),
        CardItem("Lab", ResourceKind.GAME, "Table 3", 10),
    )
    assert (card.check_in, card.may, card.check) == (CHECK_IN, ("Match game",), "5 questions")
    assert (card.starts_on, card.ends_on) == (MONDAY, FRIDAY)


def test_the_card_links_to_the_first_address_on_the_web():
    assert cards_of(a_plan(), STUDENTS, {10: assigned()})[0].link == CardLink(
        "https://example.org/fl3", "FL3", ResourceKind.GAME
    )


def test_the_family_s_language_stands_under_the_goal():
    ann, zoe, _ = cards_of(a_plan(), STUDENTS, {10: assigned()})
    assert (ann.i_can, ann.i_can_at_home) == ("I can share.", "Puedo.")
    assert (zoe.i_can, zoe.i_can_at_home) == ("I can share.", None)


def test_a_group_without_a_playlist_gets_plain_steps():
    bo = cards_of(a_plan(), STUDENTS, {10: assigned()})[2]
    assert [item.title for item in bo.must] == [
        "Finish what you started",
        "Correct one answer",
        "Explain it to a partner",
    ]
    assert (bo.i_can, bo.link, bo.starts_on, bo.ends_on) == (None, None, MONDAY, MONDAY)
    assert bo.may
    assert bo.check


def test_a_playlist_without_checks_or_a_check_in_leaves_them_off():
    bare = assigned(None, (an_item(ItemRole.MUST, "Strips"),))
    card = cards_of(a_plan(), STUDENTS, {10: bare})[0]
    assert (card.i_can, card.check_in, card.may, card.check) == (None, None, (), None)


def test_no_sheet_carries_the_playlist_s_own_title_or_use():
    plan = a_plan(day=date(2026, 11, 23))
    assignments = {10: assigned(), 11: assigned()}
    everything = (board_of(plan, assignments), cards_of(plan, STUDENTS, assignments))
    assert "reteach" not in repr(everything).lower()


def test_without_qr_codes_the_short_code_stays_and_a_bare_link_goes():
    linked = (an_item(ItemRole.MUST, "Strips", "https://example.org/a", "FL3"),)
    bare = (an_item(ItemRole.MUST, "Strips", "https://example.org/a"),)
    links = [
        cards_of(a_plan(), STUDENTS, {10: assigned(items=items)}, qr_codes=False)[0].link
        for items in (linked, bare)
    ]
    assert links == [CardLink("", "FL3", ResourceKind.GAME), None]


def test_the_family_s_language_can_be_left_out():
    cards = cards_of(a_plan(), STUDENTS, {10: assigned()}, second_language=False)
    assert {card.i_can_at_home for card in cards} == {None}


def test_who_is_called_to_the_teacher_s_table_is_on_the_board_and_on_her_slip():
    lesson = LessonToPrint(
        a_plan(), STUDENTS, (), {}, absent=frozenset({3}), called=frozenset({3, 1, 2})
    )
    names = called_to_table(lesson)
    assert names == ("zoe", "Ann")
    assert board_of(lesson.plan, {}, called=names).called == names
    slips = slips_of(lesson.plan, STUDENTS, (), absent={3}, called={2, 3})
    said = {slip.name: slip.pull_out for slip in slips}
    assert said == {"Ann": CALLED, "zoe": None, "Bo": WHILE_AWAY}


def test_a_substitute_calls_nobody_and_her_cards_need_no_teaching():
    plan = a_plan(has_substitute=True)
    assert board_of(plan, {}, called=("Ann",)).called == ()
    assert all(slip.pull_out is None for slip in slips_of(plan, STUDENTS, (), called={1}))
    cards = cards_of(plan, STUDENTS, {10: assigned()})
    assert {card.check_in for card in cards} == {None}


def test_without_internet_a_card_names_what_can_be_done_and_links_nowhere():
    items = tuple(replace(one, needs_internet=one.title == "Lab") for one in ITEMS)
    card = cards_of(a_plan(has_internet=False), STUDENTS, {10: assigned(items=items)})[0]
    assert [item.title for item in card.must] == ["Strips", "Match game"]
    assert (card.may, card.link) == ((), None)


def test_who_missed_the_last_lesson_catches_up_first_unless_she_is_called_or_away_again():
    slips = slips_of(a_plan(), STUDENTS, (), absent={3}, called={2}, back={1, 2, 3})
    said = {slip.name: slip.pull_out for slip in slips}
    assert said == {"zoe": BACK, "Ann": CALLED, "Bo": WHILE_AWAY}


OWN = a_plan(
    groups=(
        PlanGroupRow(20, own_identity("zoe"), (1,), (TEACHER, ALONE), is_own_way=True),
        PlanGroupRow(21, own_identity("Ann"), (2,), (None, ALONE), is_own_way=True),
    )
)


def test_student_by_student_the_board_says_who_is_where_and_no_group():
    board = board_of(OWN, {}, students=STUDENTS)
    assert board.is_of_stations
    assert [(line.group.word, line.kind) for line in board.lines] == [
        ("On my own", StationKind.INDEPENDENT), ("Teacher table", StationKind.TEACHER_LED),
    ]  # fmt: skip
    alone, led = board.lines
    assert (alone.cells[0], alone.cells[1].names) == (None, ("zoe", "Ann"))
    assert (led.cells[0].names, led.cells[0].place) == (("zoe",), "Back table")


def test_student_by_student_slips_and_cards_have_a_way_and_no_group():
    slips = slips_of(OWN, STUDENTS, ())
    assert [(slip.name, slip.group, len(slip.rounds)) for slip in slips] == [
        ("zoe", None, 2), ("Ann", None, 1),
    ]  # fmt: skip
    assert {card.group for card in cards_of(OWN, STUDENTS, {})} == {None}


def test_a_seat_of_her_own_beside_groups_is_on_no_board():
    both = a_plan(groups=(*a_plan().groups, replace(OWN.groups[0], student_ids=(3,))))
    assert [line.group.word for line in board_of(both, {}).lines] == ["River", "Comet"]
