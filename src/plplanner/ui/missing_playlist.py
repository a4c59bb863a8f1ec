"""Groups of a plan that have no playlist: which they are, and the way to one."""

from collections.abc import Collection, Mapping
from dataclasses import field, replace
from datetime import date, timedelta

from plplanner.gradebook.queries import measured_by
from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.playlists.rows import PlaylistRow
from plplanner.records import record
from plplanner.rotation.drafting.queries import playlists_for_groups
from plplanner.rotation.rows import PlanRow
from plplanner.terms import Weekday
from plplanner.ui.desk import Desk
from plplanner.ui.stage import Stage

_NO_STANDARD = (
    "These groups rest on a check without a standard. Give it one in Scores, then form the "
    "groups again."
)


@record(frozen=True)
class PlaylistGap:
    """Some groups of a day without a playlist; `fitting` is what they could use, by group id.

    `room` is where the teacher goes on when nothing fits: to make one, to say the standard of the
    check in the row of `row_id`, or to form the groups again.
    """

    day: date
    groups: tuple[str, ...]
    standard_id: int | None = None
    room: str = "playlists"
    row_id: int | None = None
    about: str = ""
    fitting: Mapping[int, PlaylistRow] = field(default_factory=dict)

    @property
    def button(self) -> str:
        """What the one button beside the gap says."""
        if self.fitting:
            return "Use it" if len(_titles(self.fitting)) == 1 else "Use them"
        if self.about:
            return f"Go to {self.room.capitalize()}"
        return "Make one"


def gap_in(
    desk: Desk, plan: PlanRow, given: Collection[int], *, newest: GroupSetRow | None
) -> PlaylistGap | None:
    """What is missing in a plan; `given` are the ids of groups that have a playlist.

    `newest` are the newest groups of the class: of older ones nothing is known here.
    """
    bare = {line.group_id: line.identity.word for line in plan.groups if line.group_id not in given}
    if not bare:
        return None
    words = tuple(bare.values())
    if newest is None or newest.id != plan.group_set_id:
        return PlaylistGap(plan.day, words)
    if newest.standard_id is None:
        if newest.assessment_id is None:
            return None  # formed from the class list: there is nothing a playlist could follow
        return _without_standard(desk, newest.assessment_id, PlaylistGap(plan.day, words))
    suits = desk.ask(playlists_for_groups, groups=newest)
    found = {one: suits[one] for one in bare if one in suits}
    fitting = {one: row for one, row in found.items() if row.items}
    said = ""
    if fitting:
        suit = "suits" if len(_titles(fitting)) == 1 else "suit"
        said = f"{' and '.join(_titles(fitting))} {suit} them."
    elif found:
        said = f"{' and '.join(_titles(found))}: nothing is on it yet."
    return PlaylistGap(plan.day, words, standard_id=newest.standard_id, about=said, fitting=fitting)


def _without_standard(desk: Desk, check_id: int, gap: PlaylistGap) -> PlaylistGap:
    """The way to the check that lacks one; once that has one, the way to new groups."""
    check = desk.ask(measured_by, assessment_id=check_id)
    if check is None or not check[1]:
        row_id = check_id if check is not None else None
        return replace(gap, room="scores", row_id=row_id, about=_NO_STANDARD)
    title, codes = check
    about = f"“{title}” has {codes[0]} now. Form the groups again."
    return replace(gap, room="groups", about=about)


def close_gap(stage: Stage, gap: PlaylistGap) -> None:
    """Give the groups what fits until Friday, as a new plan would; else lead on."""
    if gap.fitting:
        # Tomorrow is painted before anything is given to anybody.
        from plplanner.playlists.commands import assign_to_groups  # noqa: PLC0415

        stage.desk.do(
            assign_to_groups,
            playlists={one: row.id for one, row in gap.fitting.items()},
            starts_on=gap.day,
            ends_on=gap.day + timedelta(days=max(0, Weekday.FRIDAY - gap.day.weekday())),
        )
        if stage.desk.did_step:
            stage.wishes.say.emit("The cards follow the playlist now.")
    elif gap.row_id is not None:
        stage.wishes.go_to_row.emit(gap.room, gap.row_id)
    elif gap.about:
        stage.wishes.go_to.emit(gap.room)
    else:
        stage.wishes.make_playlist.emit(gap.standard_id)


def _titles(playlists: Mapping[int, PlaylistRow]) -> list[str]:
    return sorted({f"“{row.title}”" for row in playlists.values()})
