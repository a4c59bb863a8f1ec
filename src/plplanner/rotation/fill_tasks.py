"""Words for every cell of a proposed rotation, from what each group works on."""

from collections.abc import Mapping

from plplanner.playlists.rows import PlaylistRow
from plplanner.rotation.pick_tasks import PlaylistTask, pick_tasks
from plplanner.rotation.rows import RotationProblem, RotationProposal


def tasks_for_visits(
    problem: RotationProblem,
    proposal: RotationProposal,
    playlists: Mapping[int, PlaylistRow],
) -> dict[tuple[int, int], str]:
    """The task of each visit by (group id, round number); plain words without a playlist."""
    kinds = {station.station_id: station.kind for station in problem.stations}
    tasks: dict[tuple[int, int], str] = {}
    for group in problem.groups:
        visits = sorted(
            (visit for visit in proposal.visits if visit.group_id == group.group_id),
            key=lambda visit: visit.round_number,
        )
        playlist = playlists.get(group.group_id)
        words = pick_tasks(
            [kinds[visit.station_id] for visit in visits],
            tasks_of_playlist(playlist) if playlist else (),
            playlist_title=playlist.title if playlist else None,
        )
        for visit, task in zip(visits, words, strict=True):
            tasks[group.group_id, visit.round_number] = task
    return tasks


def tasks_of_playlist(playlist: PlaylistRow) -> tuple[PlaylistTask, ...]:
    """The items of a playlist as far as a station needs to know them."""
    return tuple(
        PlaylistTask(
            title=item.title,
            kind=item.kind,
            group_mode=item.group_mode,
            device=item.needs_device,
            minutes=item.minutes,
            role=item.role,
            place=item.place,
        )
        for item in playlist.items
        if item.title
    )
