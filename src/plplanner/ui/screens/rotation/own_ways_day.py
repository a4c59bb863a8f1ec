"""A day on which each student goes her own way: drafted, and changed cell by cell."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from threading import Event

from plplanner.records import record
from plplanner.roster.rows import SchoolClassRow
from plplanner.rotation.adult_hours import is_open
from plplanner.rotation.drafting.queries import needing_internet
from plplanner.rotation.few_names import few_names
from plplanner.rotation.fill_tasks import tasks_of_playlist
from plplanner.rotation.lived.commands import let_stand_in
from plplanner.rotation.locked_cells import as_planned, lost_words
from plplanner.rotation.own_way.commands import keep_own_way_draft
from plplanner.rotation.own_way.queries import OwnWaysToDraft, own_ways_to_draft
from plplanner.rotation.own_ways import draft_own_ways, seats_left
from plplanner.rotation.pick_tasks import pick_tasks
from plplanner.rotation.plan_checks import visits_of_plan
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import SUBSTITUTE, PlanDraft, PlanRow, StationToVisit
from plplanner.rotation.stand_ins_again import stand_ins_again
from plplanner.rotation.substitute.commands import hand_to_substitute
from plplanner.ui.desk import StepSession
from plplanner.ui.kit.moments import weekday
from plplanner.ui.kit.popover import Offer
from plplanner.ui.screens.rotation.planned_lesson import NoLesson, PlannedLesson
from plplanner.ui.screens.rotation.waiting import Waiting
from plplanner.ui.screens.rotation.words import counted
from plplanner.ui.stage import Stage

# No task begins with a letter nobody can type.
_STATION = "\0"


def plan_own_ways(
    stage: Stage,
    waiting: Waiting,
    lesson: PlannedLesson,
    of: SchoolClassRow,
    rounds: int | None = None,
) -> None:
    """Think the day through for each student off the main thread, then put it in place."""
    asked = ask_own_ways(stage, lesson, of, rounds)
    if asked is not None:
        label = f"Plan {weekday(lesson.plan.day)} student by student"
        think_own_ways(
            stage, waiting, lesson, of, asked,
            how=draft_own_ways, label=label, says="Planned student by student.",
        )  # fmt: skip


def ask_own_ways(
    stage: Stage, lesson: PlannedLesson, of: SchoolClassRow, rounds: int | None = None
) -> OwnWaysToDraft | None:
    """What a day planned student by student rests on; None without groups that say their needs."""
    if lesson.newest is None:
        return None
    asked = stage.desk.ask(
        own_ways_to_draft, class_id=of.id, day=lesson.plan.day, groups=lesson.newest, rounds=rounds
    )
    if lesson.plan.is_own_ways:
        asked = replace(asked, problem=as_planned(asked.problem, lesson.plan))
    return asked


def think_own_ways(
    stage: Stage,
    waiting: Waiting,
    lesson: PlannedLesson,
    of: SchoolClassRow,
    asked: OwnWaysToDraft,
    *,
    how: Callable[..., PlanDraft],
    label: str,
    says: str,
) -> None:
    """Draft it as `how` says, off the main thread, and put it in place as the step `label`.

    `says` begins what is told of it.
    """
    stop = Event()
    students = counted(len(asked.problem.groups), "student")
    before = lesson.plan if lesson.draft is None else None
    waiting.think(
        NoLesson("Planning student by student", f"{students} take a moment.", "Cancel"),
        partial(
            how, asked.problem, group_set_id=asked.group_set_id,
            playlists=asked.playlists, stop=stop.is_set,
        ),
        then=partial(_put, stage, of, asked, before, label=label, says=says),
        end=stop.set,
    )  # fmt: skip


def _put(
    stage: Stage,
    of: SchoolClassRow,
    asked: OwnWaysToDraft,
    before: PlanRow | None,
    draft: PlanDraft,
    *,
    label: str,
    says: str,
) -> None:
    desk = stage.desk
    known = desk.ask(needing_internet) if before is not None else {}

    def keep(session: StepSession) -> bool:
        keep_own_way_draft(session, class_id=of.id, draft=draft, levels=asked.levels)
        if before is not None:
            stand_in_again(session, before, asked, known)
        return True

    if desk.do_together(label, keep):
        met = len(draft.problem.groups) - len(draft.proposal.no_teacher)
        stage.wishes.say.emit(
            f"{says} {met} of {len(draft.problem.groups)} meet you."
            f"{lost_words(draft)}{_let_go(before)}"
        )


def _let_go(before: PlanRow | None) -> str:
    """Whose locked cells a plan for groups had, to stand after another; else nothing."""
    held = [
        line.identity.word
        for line in (before.together if before is not None else ())
        if any(visit is not None and visit.is_locked for visit in line.visits)
    ]
    return f" What was locked for {few_names(held)} is not in it." if held else ""


def stand_in_again(
    session: StepSession,
    before: PlanRow,
    asked: OwnWaysToDraft,
    known: Mapping[str, bool],
    *,
    only: Collection[int] = (),
) -> None:
    """What the day had to do without before it does without now: all of it, or `only` some lines.

    `known` says of titles whether they need internet.
    """
    plan = plan_on(session, class_id=before.class_id, day=before.day)
    if plan is None:
        return
    if only:
        plan = replace(plan, groups=tuple(one for one in plan.groups if one.group_id in only))
    playlists = {
        line.group_id: asked.playlists[-line.student_ids[0]]
        for line in plan.groups
        if -line.student_ids[0] in asked.playlists
    }
    again = stand_ins_again(before, plan, asked.problem, playlists, known)
    for why, tasks in again.items():
        if why == SUBSTITUTE:
            hand_to_substitute(session, plan_id=plan.id, tasks=tasks)
        else:
            let_stand_in(session, plan_id=plan.id, why=why, tasks=tasks, says="")


def station_offers(lesson: PlannedLesson, line: int, place: int) -> list[Offer]:
    """The other stations a student could be sent to in a round."""
    plan, problem = lesson.plan, lesson.problem
    row_of_day, here = plan.rounds[place], plan.groups[line].visits[place]
    number = row_of_day.number
    left = seats_left(problem, visits_of_plan(plan, problem), number)
    held = {
        visit.station_name
        for group in plan.together
        for visit in group.visits
        if visit is not None and visit.round_number == number
    }
    return [
        Offer(f"Go to {row.name}{_room(left[row.station_id])}", f"{_STATION}{row.station_id}")
        for row in problem.stations
        if row.name not in held
        and (here is None or row.name != here.station_name)
        and is_open(row, row_of_day)
    ]


@record(frozen=True)
class Sending:
    """One student sent to another station in a round, with the task she has there."""

    group_id: int
    round_number: int
    station: StationToVisit
    task: str
    name: str

    @property
    def says(self) -> str:
        """For the toast."""
        return f"{self.name} goes to {self.station.name} in round {self.round_number}."


def sending(lesson: PlannedLesson, line: int, place: int, key: str) -> Sending | None:
    """What was picked for a cell as a sending; None where it is a task."""
    if not key.startswith(_STATION):
        return None
    wanted = int(key.removeprefix(_STATION))
    station = next(row for row in lesson.problem.stations if row.station_id == wanted)
    student = lesson.plan.groups[line]
    return Sending(
        student.group_id,
        lesson.plan.rounds[place].number,
        station,
        _task_there(lesson, line, place, station),
        student.identity.word,
    )


def _task_there(lesson: PlannedLesson, line: int, place: int, station: StationToVisit) -> str:
    """What she would have had there had she been planned there."""
    student = lesson.plan.groups[line]
    playlist = lesson.playlists.get(student.group_id)
    kinds = [
        station.kind if visit is None or index == place else visit.station_kind
        for index, visit in enumerate(student.visits)
    ]
    return pick_tasks(
        kinds,
        tasks_of_playlist(playlist) if playlist else (),
        playlist_title=playlist.title if playlist else None,
    )[place]


def _room(left: int | None) -> str:
    if left is None:
        return ""
    return f" · {counted(left, 'seat')} free" if left > 0 else " · full"
