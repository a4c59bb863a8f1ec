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
    """The task of each visit by (group id, round number); plain words without a playlist.

    A playlist moves on: what its group has done in lessons before comes again only when nothing
    else is left that suits the station, and then what it has done least often.
    """
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
            tasks_of_playlist(playlist, done=dict(group.done)) if playlist else (),
            playlist_title=playlist.title if playlist else None,
            minutes=min((row.minutes for row in proposal.rounds), default=None),
        )
        for visit, task in zip(visits, words, strict=True):
            tasks[group.group_id, visit.round_number] = task
    return tasks


def tasks_of_playlist(
    playlist: PlaylistRow, *, done: Mapping[str, int] | None = None
) -> tuple[PlaylistTask, ...]:
    """The items of a playlist as far as a station needs to know them; `done` counts titles."""
    times = done or {}
    return tuple(
        PlaylistTask(
            title=item.title,
            kind=item.kind,
            group_mode=item.group_mode,
            device=item.needs_device,
            minutes=item.minutes,
            role=item.role,
            place=item.place,
            times_done=times.get(item.title, 0),
        )
        for item in playlist.items
        if item.title
    )
