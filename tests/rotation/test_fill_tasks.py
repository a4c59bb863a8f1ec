from dataclasses import replace

from plplanner.playlists.rows import PlaylistItemRow, PlaylistRow
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.fill_tasks import tasks_for_visits
from plplanner.terms import GroupMode, ItemRole, PlaylistUse, ResourceKind
from tests.rotation.lessons import a_lesson

LESSON = a_lesson()
PROPOSAL = build_rotation(LESSON)


def a_playlist(*titles):
    items = tuple(
        PlaylistItemRow(
            place,
            ItemRole.MUST,
            title,
            ResourceKind.GAME,
            "Table 3",
            10,
            GroupMode.SMALL_GROUP,
            False,
            "",
            None,
        )
        for place, title in enumerate(titles)
    )
    return PlaylistRow(1, "Fair shares", PlaylistUse.PRACTISE, None, items)


def test_every_visit_has_words_without_any_playlist():
    tasks = tasks_for_visits(LESSON, PROPOSAL, {})
    assert set(tasks) == {(visit.group_id, visit.round_number) for visit in PROPOSAL.visits}
    assert all(tasks.values())


def test_a_group_s_playlist_fills_only_its_own_cells():
    tasks = tasks_for_visits(LESSON, PROPOSAL, {1: a_playlist("Match game")})
    assert [group for (group, _), task in tasks.items() if task == "Match game"] == [1]


def test_an_item_without_words_fills_no_cell():
    tasks = tasks_for_visits(LESSON, PROPOSAL, {1: a_playlist("", "Match game")})
    assert all(tasks.values())
    assert "Match game" in tasks.values()


def test_the_order_of_visits_in_the_proposal_does_not_matter():
    shuffled = replace(PROPOSAL, visits=PROPOSAL.visits[::-1])
    playlists = {1: a_playlist("Match game"), 2: a_playlist("Line game")}
    assert tasks_for_visits(LESSON, shuffled, playlists) == tasks_for_visits(
        LESSON, PROPOSAL, playlists
    )


def with_done(**times):
    done = tuple((title.replace("_", " "), count) for title, count in times.items())
    groups = (replace(LESSON.groups[0], done=done), *LESSON.groups[1:])
    return replace(LESSON, groups=groups)


def words_of(lesson, playlist):
    """The words of the first group, without those that are plain."""
    tasks = tasks_for_visits(lesson, PROPOSAL, {1: playlist})
    return {task for (group, _), task in tasks.items() if group == 1}


def test_a_playlist_moves_on_from_what_its_group_has_done():
    games = a_playlist("Match game", "Line game")
    assert "Match game" in words_of(LESSON, games)
    moved = words_of(with_done(Match_game=1), games)
    assert "Line game" in moved
    assert "Match game" not in moved
    assert "Match game" in words_of(with_done(Match_game=1, Line_game=1), games)


def test_where_all_is_done_what_came_least_often_comes_again():
    games = a_playlist("Match game", "Line game")
    assert "Line game" in words_of(with_done(Match_game=2, Line_game=1), games)
    assert "Match game" in words_of(with_done(Match_game=2, Line_game=3), games)


def test_what_is_longer_than_a_round_comes_after_what_fits():
    games = a_playlist("Match game", "Line game")
    long = replace(games.items[0], minutes=PROPOSAL.rounds[0].minutes + 1)
    assert "Line game" in words_of(LESSON, replace(games, items=(long, games.items[1])))
    assert "Match game" not in words_of(LESSON, replace(games, items=(long, games.items[1])))
