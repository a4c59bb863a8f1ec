"""The menu of a day: what else can be done with its plan, beside what is on the grid."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from plplanner.rotation.commands import lock_cell, unlock_cell
from plplanner.rotation.drafting.queries import needing_internet
from plplanner.rotation.lived.commands import let_stand_in, take_back_stand_ins
from plplanner.rotation.queries import last_planned_weekday
from plplanner.rotation.rows import NO_DEVICES, NO_INTERNET, OUTSIDE_HOURS, PlanRow
from plplanner.rotation.stand_ins import (
    adults_of,
    adults_out,
    plan_bs,
    still_waiting,
    tasks_alone,
    tasks_on_paper,
    tasks_without,
)
from plplanner.terms import PlanState
from plplanner.ui.kit.moments import weekday
from plplanner.ui.screens.rotation.day_bar import FOR_GROUPS, DayAct, DayBar
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from plplanner.ui.screens.rotation.words import counted, listed
from plplanner.ui.stage import Stage

if TYPE_CHECKING:
    from plplanner.ui.screens.rotation.side_panel import ShownCheck

_TEACHING = "The lesson has begun."
_OUT, _UNTAUGHT, OWN_WAYS = "out ", "untaught", "own_ways"
STATIONS, TEMPLATES, MUST_SEE, SPREAD = "stations", "templates", "must_see", "spread"
SEAT, FALLS_OUT, DEVICES, GOALS = "own_seat", "falls_out", "devices", "goals"
WHY, LENGTHS = "why", "lengths"
TEXT, TIME, AGAIN = "text", "time", "again"

_OF_THE_BAR = (
    DayAct(TIME, "Lesson time"),
    DayAct(LENGTHS, "Length of each round"),
    DayAct(MUST_SEE, "Name who you must see"),
    DayAct(SPREAD, "Spread it over days"),
)
_PANELS = (STATIONS, TEMPLATES, MUST_SEE, SPREAD, SEAT, DEVICES, GOALS, WHY, LENGTHS)
_FOR_ALL = (STATIONS, SEAT, DEVICES, GOALS, LENGTHS, MUST_SEE)


def acts_of(model: TomorrowModel, *, is_teaching: bool, is_today: bool = False) -> list[DayAct]:
    """The lines of the menu for the day that is shown.

    On the day itself the bar has no room for time and rounds: until the lesson begins they are
    here.
    """
    stage, day = model.stage, model.stage.choice.day
    class_id, earlier = stage.choice.class_id, None
    if class_id is not None and model.lesson is not None:
        earlier = stage.desk.ask(last_planned_weekday, class_id=class_id, before=day)
    acts = day_acts(model.lesson, day, is_teaching=is_teaching, earlier=earlier)
    return [*(_OF_THE_BAR if acts and is_today and not is_teaching else ()), *acts]


def day_acts(
    lesson: PlannedLesson | None, day: date, *, is_teaching: bool, earlier: date | None
) -> list[DayAct]:
    """The lines of the menu for a lesson; none without one.

    `earlier` is the last day of the same weekday that has a plan.
    """
    if lesson is None:
        return []
    plan = lesson.plan
    out = adults_out(plan)
    begun = _TEACHING if is_teaching else ""
    for_groups = begun or (FOR_GROUPS if plan.is_own_ways else "")
    nothing = "" if earlier else f"No {weekday(day)} before this one has a plan yet."
    return [
        DayAct("copy", f"Copy last {weekday(day)}", "Ctrl+D", why_not=begun or nothing),
        DayAct(AGAIN, "Draft again", why_not=begun or _not_again(lesson)),
        DayAct(OWN_WAYS, "Student by student", is_on=plan.is_own_ways, why_not=begun),
        DayAct("internet", "No internet today", is_on=not plan.has_internet),
        *(
            DayAct(f"{_OUT}{adult}", f"{adult} is out", is_on=adult in out)
            for adult in sorted({*adults_of(lesson.problem), *out})
        ),
        DayAct(TEMPLATES, "Templates", why_not=for_groups),
        DayAct("substitute", "A substitute teaches", is_on=plan.has_substitute),
        DayAct(STATIONS, "Stations"),
        DayAct(DEVICES, "Devices"),
        DayAct(GOALS, "Goals"),
        DayAct(SEAT, "Own seat for a student"),
        DayAct(WHY, "Why this plan"),
        DayAct(TEXT, "Copy as text"),
        *_falls_out(plan),
        *([DayAct(_UNTAUGHT, "Not taught after all")] if plan.state is PlanState.TAUGHT else []),
    ]


def _not_again(lesson: PlannedLesson) -> str:
    """Why a day cannot be drafted anew; empty where it can."""
    if lesson.draft is not None:
        return "This is a new draft."
    return "This lesson was taught." if lesson.plan.state is PlanState.TAUGHT else ""


def _falls_out(plan: PlanRow) -> list[DayAct]:
    if not plan.part or plan.state is PlanState.TAUGHT:
        return []
    from plplanner.ui.screens.rotation.fallen_day import falls_out_says  # noqa: PLC0415 - as below

    return [DayAct(FALLS_OUT, falls_out_says(plan))]


def carry_out(model: TomorrowModel, key: str, *, over: Collection[int] = ()) -> None:
    """Do what a line of the menu says; a switch that is on is turned off.

    Rounds that are `over` stay as they were.
    """
    lesson = model.lesson
    if lesson is None:
        return
    if key == "copy":
        from plplanner.ui.screens.rotation.offered_day import Offer  # noqa: PLC0415 - as below

        model.look_at(Offer())
    elif key == "internet":
        turn_internet(model, is_there=not lesson.plan.has_internet, over=over)
    elif key == AGAIN:
        model.draft_again()
    elif key == TEXT:
        copy_as_text(lesson, model.stage)
    elif key == "substitute":
        # Few days need it: the first screen does not wait for it.
        from plplanner.ui.screens.rotation.substitute_day import turn_substitute  # noqa: PLC0415

        turn_substitute(model)
    elif key == FALLS_OUT:
        from plplanner.ui.screens.rotation.fallen_day import falls_out, move_rest  # noqa: PLC0415

        fallen = falls_out(model.stage.desk, lesson.plan)
        if fallen is not None:
            move_rest(model.stage, fallen)
    elif key == OWN_WAYS:
        is_on = lesson.plan.is_own_ways
        (model.draft_for_groups if is_on else model.draft_student_by_student)()
    elif key == _UNTAUGHT:
        model.mark(PlanState.READY)
    elif key.startswith(_OUT):
        adult = key.removeprefix(_OUT)
        turn_adult(model, adult, is_there=adult in adults_out(lesson.plan), over=over)


def open_panel(key: str, model: TomorrowModel, parent: QWidget, bar: DayBar) -> bool:
    """Open the panel a line of a menu asks for, below its button; False for any other line.

    Of who must be seen the id of a line may follow: it is ticked; of an own seat, a student's.
    """
    lesson = model.lesson
    if key == TIME:  # also on a day without a lesson
        from plplanner.ui.screens.rotation.moved_day import set_time  # noqa: PLC0415
        from plplanner.ui.screens.rotation.panels.lesson import open_lesson_time  # noqa: PLC0415

        open_lesson_time(
            model.stage, parent, _shown(bar.time, bar), on_set=partial(set_time, model)
        )
        return True
    key, _, ticked = key.partition(" ")
    if lesson is None or key not in _PANELS:
        return False
    if lesson.plan.is_own_ways and key not in _FOR_ALL:
        model.stage.wishes.tell.emit(FOR_GROUPS)
        return True
    # Panels wait until they are wanted: the first screen is there sooner.
    if key == STATIONS:
        from plplanner.ui.screens.rotation.kept_stations import ask_for_stations  # noqa: PLC0415

        ask_for_stations(model.stage, lesson, parent, bar.more)
    elif key == DEVICES:
        from plplanner.ui.screens.rotation.panels.devices import open_devices  # noqa: PLC0415

        open_devices(model.stage, lesson, parent, bar.more)
    elif key == GOALS:
        from plplanner.ui.screens.rotation.panels.goals import open_goals  # noqa: PLC0415

        open_goals(model, lesson, parent, bar.more)
    elif key == WHY:
        from plplanner.ui.screens.rotation.panels.why import open_why  # noqa: PLC0415

        open_why(lesson, parent, bar.more)
    elif key == LENGTHS:
        from plplanner.ui.screens.rotation.panels.round_lengths import open_lengths  # noqa: PLC0415

        open_lengths(model, lesson, parent, _shown(bar.rounds, bar))
    elif key == SEAT:
        from plplanner.ui.screens.rotation.panels.own_seat import open_own_seat  # noqa: PLC0415

        open_own_seat(model.stage, lesson, parent, bar.more, int(ticked) if ticked else None)
    elif key == TEMPLATES:
        from plplanner.ui.screens.rotation.panels.templates import open_templates  # noqa: PLC0415

        open_templates(model, lesson, parent, bar.more)
    elif key == SPREAD:
        from plplanner.ui.screens.rotation.panels.spread import open_spread  # noqa: PLC0415

        open_spread(model, lesson, parent, _shown(bar.rounds, bar))
    else:
        _name_who(model, lesson, parent, _shown(bar.rounds, bar), int(ticked) if ticked else None)
    return True


def _name_who(
    model: TomorrowModel,
    lesson: PlannedLesson,
    parent: QWidget,
    anchor: QWidget,
    ticked: int | None,
) -> None:
    """Ask which groups, or which students where each goes her own way, must be seen."""
    if lesson.plan.is_own_ways:
        from plplanner.ui.screens.rotation.panels.own_must_see import open_own_must_see  # noqa: PLC0415

        open_own_must_see(model, lesson, parent, anchor, ticked=ticked)
        return
    from plplanner.ui.screens.rotation.panels.must_see import open_must_see  # noqa: PLC0415

    open_must_see(model, lesson, parent, anchor, ticked=ticked)


def open_seat_of(model: TomorrowModel, parent: QWidget, bar: DayBar, line: int, place: int) -> None:
    """On a name that is clicked before the day: whether she works at a seat of her own."""
    lesson, stage = model.lesson, model.stage
    if lesson is None or stage.choice.day == stage.clock().date():
        return  # on the day itself a click says who is absent
    from plplanner.ui.screens.rotation.panels.own_seat import open_own_seat  # noqa: PLC0415

    group = lesson.plan.groups[line]
    in_order = [row.id for row in lesson.students if row.id in group.student_ids]
    if in_order:
        meant = in_order[max(0, min(place, len(in_order) - 1))]
        open_own_seat(stage, lesson, parent, bar.more, meant)


def same_time(model: TomorrowModel, open_panel: Callable[[str], object]) -> "ShownCheck | None":
    """A calm card where another class meets while this one does."""
    if model.lesson is None or len(model.stage.choice.classes) == 1:
        return None
    from plplanner.ui.screens.rotation.same_time import same_time_remark  # noqa: PLC0415 - as above

    return same_time_remark(model.stage, model.lesson.plan, partial(open_panel, TIME))


def copy_as_text(lesson: PlannedLesson, stage: Stage) -> None:
    """Put the plan on the clipboard in plain words."""
    from plplanner.rotation.plan_text import plan_text  # noqa: PLC0415 - as above

    names = {row.id: row.name for row in lesson.students}
    QGuiApplication.clipboard().setText(plan_text(lesson.plan, names))
    stage.wishes.tell.emit("The plan is copied as text, with names. Paste it where you need it.")


def show_board(model: TomorrowModel, parent: QWidget) -> None:
    """Show the board of a lesson, or put it away."""
    from plplanner.ui.screens.rotation.board.board import toggle_board  # noqa: PLC0415 - as above

    if model.lesson is not None:
        toggle_board(model.stage, parent)


def _shown(wanted: QWidget, bar: DayBar) -> QWidget:
    """The button a panel opens below; the menu's where the bar does not show it."""
    return wanted if wanted.isVisibleTo(bar) else bar.more


def toggle_lock(model: TomorrowModel, line: int, round_index: int) -> None:
    """Lock the cell of a line in a round, or let go of it; what is taught stays as it was."""
    lesson = model.lesson
    if lesson is None or lesson.plan.state is PlanState.TAUGHT:
        return
    group = lesson.plan.groups[line]
    visit = group.visits[round_index]
    if visit is None:
        return
    says, command = ("Unlock", unlock_cell) if visit.is_locked else ("Lock", lock_cell)
    model.change(
        f"{says} round {visit.round_number} of {group.identity.word}", command,
        group_id=group.group_id, round_number=visit.round_number, name=group.identity.word,
    )  # fmt: skip


def turn_internet(model: TomorrowModel, *, is_there: bool, over: Collection[int] = ()) -> None:
    """For this lesson there is no internet: other work stands in. Or it is back."""
    lesson = model.lesson
    if lesson is None:
        return
    if is_there:
        says = "Internet is back"
        model.change(says, take_back_stand_ins, why=NO_INTERNET, says=says)
        return
    known = model.stage.desk.ask(needing_internet)
    tasks, says = plan_bs(lesson.plan, lesson.playlists, known, over=over), "No internet today"
    if model.change(says, let_stand_in, why=NO_INTERNET, tasks=tasks, says=says):
        waiting = still_waiting(model.lesson.plan, known) if model.lesson else ()
        left = sum(visit.round_number not in over for _, visit in waiting)
        model.stage.wishes.say.emit(_said_without_internet(len(tasks), left))


def _said_without_internet(replaced: int, left: int) -> str:
    needs = f"{counted(left, 'task')} still {'needs' if left == 1 else 'need'} it"
    if replaced:
        more = f" {needs}." if left else ""
        return f"No internet: {counted(replaced, 'task')} replaced by work without it.{more}"
    return f"No internet: {needs}." if left else "No internet: no task needs it."


def turn_adult(
    model: TomorrowModel, adult: str, *, is_there: bool, over: Collection[int] = ()
) -> None:
    """An adult is out for this lesson: there one works alone. Or the adult is back."""
    lesson = model.lesson
    if lesson is None:
        return
    if is_there:
        says = f"Mark {adult} as back"
        model.change(says, take_back_stand_ins, why=adult, says=says)
        return
    tasks = tasks_without(adult, lesson.plan, lesson.problem, lesson.playlists, over=over)
    if not tasks:
        model.stage.wishes.tell.emit(f"{adult} is needed nowhere in the rounds to come.")
        return
    says = f"Mark {adult} as out"
    if model.change(says, let_stand_in, why=adult, tasks=tasks, says=says):
        stations = {
            visit.station_name
            for line in lesson.plan.groups
            for visit in line.visits
            if visit is not None and (line.group_id, visit.round_number) in tasks
        }
        where = listed(sorted(stations))
        model.stage.wishes.say.emit(f"{adult} is out: {where} without an adult.")


def let_work_on_paper(model: TomorrowModel, cells: Collection[tuple[int, int]]) -> None:
    """Whoever lacks devices works without in these cells."""
    lesson = model.lesson
    if lesson is None:
        return
    tasks, says = tasks_on_paper(cells, lesson.plan, lesson.playlists), "Work on paper"
    if model.change(says, let_stand_in, why=NO_DEVICES, tasks=tasks, says=says):
        model.stage.wishes.say.emit(f"Work on paper in {_instead(tasks)}.")


def _instead(tasks: Mapping[tuple[int, int], str]) -> str:
    """`round 3: “Pages 46–47”`."""
    numbers = [str(number) for number in sorted({number for _, number in tasks})]
    what = listed([f"“{task}”" for task in dict.fromkeys(tasks.values()) if task])
    rounds = f"{'round' if len(numbers) == 1 else 'rounds'} {listed(numbers)}"
    return f"{rounds}: {what}" if what else rounds


def let_go(model: TomorrowModel, cells: Iterable[tuple[int, int]]) -> None:
    """Unlock cells, by group id and round, so that they can be planned anew."""
    for group_id, number in cells:
        lesson = model.lesson
        names = (
            {}
            if lesson is None
            else {line.group_id: line.identity.word for line in lesson.plan.groups}
        )
        model.change(
            f"Unlock round {number} of {names[group_id]}", unlock_cell,
            group_id=group_id, round_number=number, name=names[group_id],
        )  # fmt: skip


def let_work_alone(model: TomorrowModel, cells: Collection[tuple[int, int]]) -> None:
    """Who comes while the adult of a station is not there works alone in these cells."""
    lesson = model.lesson
    if lesson is None:
        return
    tasks, says = tasks_alone(cells, lesson.plan, lesson.playlists), "Let them work alone"
    if model.change(says, let_stand_in, why=OUTSIDE_HOURS, tasks=tasks, says=says):
        model.stage.wishes.say.emit(f"They work alone in {_instead(tasks)}.")
