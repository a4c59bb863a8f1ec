import pytest

from plplanner.rotation.pick_tasks import (
    PlaylistTask,
    default_stations,
    enough_stations,
    hints_at_level,
    is_plain,
    pick_tasks,
    place_once,
    task_ideas,
)
from plplanner.rotation.rows import StationToVisit
from plplanner.terms import GroupMode, ItemRole, ResourceKind, StationKind

TEACHER, DIGITAL, TOGETHER, ALONE, HANDS_ON = (
    StationKind.TEACHER_LED,
    StationKind.DIGITAL,
    StationKind.COLLABORATIVE,
    StationKind.INDEPENDENT,
    StationKind.HANDS_ON,
)


def a_task(title, *, mode=None, kind=None, device=False, role=ItemRole.MUST):
    return PlaylistTask(title, kind, mode, device, 10, role, "")


FRACTIONS = (
    a_task("Build unit fractions", mode=GroupMode.TEACHER),
    a_task("Fraction Lab: strips", device=True),
    a_task("Pattern-block wholes", mode=GroupMode.SMALL_GROUP, kind=ResourceKind.MANIPULATIVE),
    a_task("Number Line Jump", device=True, role=ItemRole.MAY),
)


def test_each_station_gets_the_item_that_fits_it():
    stations = (TEACHER, DIGITAL, TOGETHER, ALONE)
    assert pick_tasks(stations, FRACTIONS, playlist_title="Equal parts") == (
        "Build unit fractions",
        "Fraction Lab: strips",
        "Pattern-block wholes",
        "Playlist card",
    )


def test_without_a_teacher_item_the_playlist_gives_the_title():
    assert pick_tasks((TEACHER,), (), playlist_title="Fractions on a line") == (
        "Fractions on a line",
    )


def test_without_a_playlist_the_words_are_plain():
    stations = (TEACHER, TOGETHER, ALONE, DIGITAL, HANDS_ON)
    words = pick_tasks(stations, ())
    assert words[:3] == ("Work with the teacher", "Explain it to a partner", "Playlist card")
    assert len(set(words)) == 5


def test_no_words_come_twice_while_others_fit():
    assert pick_tasks((DIGITAL, DIGITAL), FRACTIONS) == (
        "Fraction Lab: strips",
        "Number Line Jump",
    )
    for kind in StationKind:
        assert len(set(pick_tasks((kind, kind), ()))) == 2


def test_the_station_with_fewer_items_chooses_first():
    tasks = (
        a_task("Race", mode=GroupMode.PAIR, device=True),
        a_task("Lab", device=True),
    )
    assert pick_tasks((DIGITAL, TOGETHER), tasks) == ("Lab", "Race")


def test_what_must_be_done_comes_before_may_do():
    tasks = (a_task("Extra", device=True, role=ItemRole.MAY), a_task("Core", device=True))
    assert pick_tasks((DIGITAL,), tasks) == ("Core",)


def test_long_titles_stay_whole():
    title = "A very long title with many more than six words in it"
    assert pick_tasks((DIGITAL,), (a_task(title, device=True),)) == (title,)


@pytest.mark.parametrize(
    "words", ["Reteach: equal parts", "Tier 2 practice", "Low group game", "Below grade level"]
)
def test_words_that_hint_at_a_level_never_reach_the_wall(words):
    assert hints_at_level(words)
    assert pick_tasks((TEACHER,), (), playlist_title=words) == ("Work with the teacher",)
    assert pick_tasks((DIGITAL,), (a_task(words, device=True),))[0] != words


@pytest.mark.parametrize("words", ["Below zero", "High and low tides", "Fractions on a line"])
def test_ordinary_words_are_left_alone(words):
    assert not hints_at_level(words)


def test_four_groups_get_the_stations_of_the_board():
    stations = default_stations(4)
    assert [(row.name, row.place) for row in stations] == [
        ("Teacher table", "Back table"),
        ("Together", "Table 3"),
        ("On my own", "My desk"),
        ("Digital", "Chromebooks"),
    ]
    assert {row.when_done for row in stations} == {"Choose one “may do” from your card."}


@pytest.mark.parametrize("groups", range(1, 21))
def test_there_is_a_station_of_its_own_for_every_group(groups):
    stations = default_stations(groups)
    assert len(stations) == max(3, groups)
    assert len({row.name for row in stations}) == len({row.place for row in stations})
    assert len({row.name for row in stations}) == len(stations)
    assert [row.kind for row in stations].count(TEACHER) == 1
    assert (DIGITAL in {row.kind for row in stations}) == (groups >= 4)


def test_a_place_is_said_once():
    assert place_once("Together, table 4", "Table 4") == ""
    assert place_once("Together, table 14", "Table 4") == "Table 4"
    assert place_once("Together, table 4", "Table 41") == "Table 41"
    assert place_once("Digital", "Chromebooks") == "Chromebooks"
    assert place_once("Mesa 4 – École", "ÉCOLE") == ""
    assert place_once("Together", "") == ""
    further = default_stations(8)[5:]
    assert [place_once(one.name, one.place) for one in further] == ["", "", ""]


def test_plain_words_are_nobody_s_choice():
    assert is_plain("Playlist card")
    assert is_plain(task_ideas(StationKind.DIGITAL, ())[0])
    assert not is_plain("Fact game")


def test_a_class_with_too_few_stations_is_offered_the_usual_ones_it_lacks():
    corner = StationToVisit(7, "On my own", StationKind.INDEPENDENT, "Corner")
    found = enough_stations([corner], 3)
    assert [one.name for one in found] == ["On my own", "Teacher table", "Together"]
    assert [one.station_id for one in found] == [7, -1, -2]
    assert enough_stations(found, 2) == found


def test_renamed_stations_are_not_offered_again_and_a_kind_that_is_missing_comes_first():
    have = [
        StationToVisit(place, name, kind, "")
        for place, (name, kind) in enumerate(
            (
                ("Carpet", StationKind.TEACHER_LED),
                ("together", StationKind.COLLABORATIVE),
                ("Solo", StationKind.INDEPENDENT),
                ("Screens", StationKind.DIGITAL),
            ),
            start=1,
        )
    ]
    offered = enough_stations(have, 6)[4:]
    assert [one.name for one in offered] == ["Hands-on", "On my own"]
