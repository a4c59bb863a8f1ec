"""Checks and remarks as the side panel shows them: each with the button that goes on."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from plplanner.rotation.carry_over import CarriedOver
from plplanner.rotation.commands import remove_plan
from plplanner.rotation.plan_checks import (
    AloneThere,
    EmptyCell,
    FewDevices,
    LongerRounds,
    Mend,
    NewLines,
    OtherOrder,
    PlanCheck,
    StationsSetUp,
    WhoComes,
    WorkAlone,
)
from plplanner.rotation.rounds import RoundLength, alike_lengths, judge_round_length, own_lengths
from plplanner.rotation.swaps import ComesInstead, LongWait, RoundSwap
from plplanner.ui.kit.moments import day_words
from plplanner.ui.missing_playlist import PlaylistGap, close_gap
from plplanner.ui.screens.rotation.day_acts import let_go, let_work_alone, let_work_on_paper
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.side_panel import ShownCheck
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from plplanner.ui.screens.rotation.words import counted, listed
from plplanner.ui.stage import Stage

if TYPE_CHECKING:  # few days need it
    from plplanner.rotation.fallen_days import FallenDay

Way = tuple[str, Callable[[], object]]
"""What a button says and does."""


def shown_check(
    model: TomorrowModel,
    check: PlanCheck,
    pick: Callable[[int, int, str], object],
    open_panel: Callable[[str], object],
) -> ShownCheck:
    """A thing to look at with its mend.

    `pick` opens the tasks of a cell (line, round index), `open_panel` a panel by its key.
    """
    if isinstance(check.mend, LongerRounds):
        return _shown_longer(model, check, check.mend, open_panel)
    if ways := _of_groups(model, check.mend, pick, open_panel):
        return _shown_ways(check, ways)
    stations: Way = ("Set up the stations", partial(open_panel, "stations"))
    if isinstance(check.mend, WorkAlone):
        alone: Way = ("Let them work alone", partial(let_work_alone, model, check.mend.cells))
        return _shown_ways(check, [alone, *_again(model, check.mend.cells), stations])
    if isinstance(check.mend, OtherOrder):
        return _shown_ways(check, [*_again(model), stations])
    if isinstance(check.mend, FewDevices):
        return _shown_few_devices(model, check, check.mend, open_panel)
    says, act = _mending(model, check, pick, open_panel)
    return ShownCheck(check.text, check.next_step, says, act)


def _mending(
    model: TomorrowModel,
    check: PlanCheck,
    pick: Callable[[int, int, str], object],
    open_panel: Callable[[str], object],
) -> tuple[str, Callable[[], object] | None]:
    """What the one button of a check says and does; nothing where none can mend it."""
    match check.mend:
        case EmptyCell() as cell:
            return "Pick a task", partial(pick, *model.cell_of(cell), "")
        case NewLines() as new if model.lesson is not None:
            return _adding(model.stage, model.lesson, new)
        case StationsSetUp():
            return "Set up the stations", partial(open_panel, "stations")
        case WhoComes():
            return "Choose who comes", model.stage.wishes.choose_who_comes.emit
        case RoundSwap() as swap:
            return model.swap_words(check, swap), partial(model.carry_out, swap)
    return "", None


def _adding(stage: Stage, lesson: PlannedLesson, new: NewLines) -> tuple[str, Callable[[], object]]:
    from plplanner.ui.screens.rotation.newcomers_day import (  # noqa: PLC0415 - few days need it
        add_newcomers,
        names_of,
    )

    says = f"Add {names_of(lesson, new.student_ids)}"
    return says, partial(add_newcomers, stage, lesson, new.student_ids)


def _of_groups(
    model: TomorrowModel,
    mend: Mend | None,
    pick: Callable[[int, int, str], object],
    open_panel: Callable[[str], object],
) -> list[Way]:
    """The ways out where a group is away, waits long or is left with one student."""
    lesson = model.lesson
    if lesson is None or not isinstance(mend, ComesInstead | LongWait | AloneThere):
        return []
    from plplanner.ui.screens.rotation.coming import let_come_words  # noqa: PLC0415 - as below
    from plplanner.ui.screens.rotation.merging import company_of  # noqa: PLC0415 - as below

    if isinstance(mend, AloneThere):
        cell = model.cell_of(EmptyCell(mend.group_id, mend.round_number))
        task: Way = ("Pick a task for one", partial(pick, *cell, ""))
        return [*company_of(model, mend.group_id), task]
    instead = mend.instead if isinstance(mend, LongWait) else mend
    ways: list[Way] = []
    if instead is not None:
        ways.append((let_come_words(lesson.plan, instead), partial(let_come, model, instead)))
    if isinstance(mend, LongWait):
        named = partial(open_panel, f"must_see {mend.group_id}")
        ways.append(("Name who you must see", named))
    return ways


def let_come(model: TomorrowModel, instead: ComesInstead) -> None:
    """Another group comes to the teacher in the place of one that is away."""
    from plplanner.ui.screens.rotation.coming import carry_out  # noqa: PLC0415 - few days need it

    carry_out(model, instead)


def _shown_longer(
    model: TomorrowModel,
    check: PlanCheck,
    mend: LongerRounds,
    open_panel: Callable[[str], object],
) -> ShownCheck:
    ways: list[Way] = [
        ("Spread it over days", partial(open_panel, "spread")),
        ("Name who you must see", partial(open_panel, "must_see")),
    ]
    if mend.rounds is not None:
        fewer = counted(mend.rounds, "round")
        ways.insert(0, (f"Use {fewer}", partial(model.draft_again, mend.rounds)))
    return _shown_ways(check, [*_all_alike(model), *ways])


def _all_alike(model: TomorrowModel) -> list[Way]:
    """Where only some rounds are short, the minutes can be dealt out evenly."""
    lesson = model.lesson
    if lesson is None or not own_lengths(lesson.plan.rounds):
        return []
    plan = lesson.plan
    alike = alike_lengths(
        minutes=plan.minutes, rounds=len(plan.rounds), launch=plan.launch, close=plan.close,
        move=plan.move,
    )  # fmt: skip
    if not alike or judge_round_length(alike[0]) is not RoundLength.COMFORTABLE:
        return []
    from plplanner.ui.screens.rotation.panels.round_lengths import (  # noqa: PLC0415 - few days need it
        keep_lengths,
    )

    return [("Make them all alike", partial(keep_lengths, model, alike))]


def _shown_few_devices(
    model: TomorrowModel,
    check: PlanCheck,
    mend: FewDevices,
    open_panel: Callable[[str], object],
) -> ShownCheck:
    paper: Way = ("Work on paper", partial(let_work_on_paper, model, mend.cells))
    devices: Way = ("Set the devices", partial(open_panel, "devices"))
    share: Way = ("Let two share one", partial(_share, model))
    shared = [share] if mend.is_shared_enough else []
    return _shown_ways(check, [*shared, paper, *_again(model, mend.cells), devices])


def _shown_ways(check: PlanCheck, ways: Sequence[Way]) -> ShownCheck:
    """The first way as the button of a check, the others beside it."""
    (says, act), *more = ways
    return ShownCheck(check.text, check.next_step, says, act, more=tuple(more))


def _again(model: TomorrowModel, cells: Collection[tuple[int, int]] = ()) -> list[Way]:
    """A plan that is kept can be drafted again; a draft has been already.

    What is locked of these cells would stay: first one lets go of it.
    """
    lesson = model.lesson
    if lesson is None:
        return []
    locked = {
        (line.group_id, visit.round_number)
        for line in lesson.plan.groups
        for visit in line.visits
        if visit is not None and visit.is_locked
    }
    held = sorted(locked.intersection(cells))
    if held:
        return [(f"Unlock the cell{'s'[len(held) == 1 :]}", partial(let_go, model, held))]
    return [("Draft again", model.draft_again)] if lesson.draft is None else []


def _share(model: TomorrowModel) -> None:
    from plplanner.ui.screens.rotation.panels.devices import (  # noqa: PLC0415 - few days need it
        share_devices,
    )

    if model.lesson is not None:
        share_devices(model.stage, model.lesson)


def shown_remarks(
    model: TomorrowModel,
    lesson: PlannedLesson,
    *others: ShownCheck | None,
    open_panel: Callable[[str], object],
) -> list[ShownCheck]:
    """The calm cards: those of `others`, a lesson that moved, who is back, what was left open, a
    missing playlist."""
    gap = [_shown_gap(model.stage, lesson.gap)] if lesson.gap is not None else []
    carried = [_shown_carried(model, one) for one in lesson.carried]
    fallen = [_shown_fallen(model.stage, lesson.fallen)] if lesson.fallen is not None else []
    off = [_shown_off(model.stage, lesson)] if lesson.no_lesson is not None else []
    moved = _shown_moved(model, lesson) if lesson.moved is not None else []
    back = _shown_back(model.stage, lesson, open_panel)
    changed = [one for one in others if one is not None]
    return [*_shown_notes(lesson), *off, *moved, *fallen, *changed, *back, *carried, *gap]


def remarks_of_today(
    model: TomorrowModel,
    lesson: PlannedLesson,
    paper: ShownCheck | None,
    rounds_over: Collection[int],
) -> list[ShownCheck]:
    """The calm cards while teaching: paper that changed, and who is back while rounds go on."""
    is_on = len(rounds_over) < len(lesson.plan.rounds)
    back = _shown_back(model.stage, lesson, model.stage.wishes.tell.emit) if is_on else []
    # Seats are given before the lesson begins: in it a card only says.
    return [*([paper] if paper is not None else []), *(replace(one, more=()) for one in back)]


def _shown_notes(lesson: PlannedLesson) -> list[ShownCheck]:
    if lesson.lived is None:
        return []
    from plplanner.ui.screens.rotation.today.past_day import note_cards  # noqa: PLC0415 - as above

    return note_cards(lesson.lived)


def _shown_back(
    stage: Stage, lesson: PlannedLesson, open_panel: Callable[[str], object]
) -> list[ShownCheck]:
    if lesson.missed is None:
        return []
    from plplanner.ui.screens.rotation.back_today import back_remark  # noqa: PLC0415 - as above

    return [back_remark(stage, lesson, lesson.missed, open_panel)]


def _shown_off(stage: Stage, lesson: PlannedLesson) -> ShownCheck:
    title = lesson.no_lesson.title if lesson.no_lesson is not None else ""
    remove = partial(stage.desk.do, remove_plan, plan_id=lesson.plan.id)
    return ShownCheck(title, "Its plan is still here.", "Remove the plan", remove, "today")


def _shown_moved(model: TomorrowModel, lesson: PlannedLesson) -> list[ShownCheck]:
    from plplanner.ui.screens.rotation.moved_day import moved_remark  # noqa: PLC0415 - as above

    return moved_remark(model, lesson)


def _shown_fallen(stage: Stage, fallen: "FallenDay") -> ShownCheck:
    from plplanner.ui.screens.rotation.fallen_day import (  # noqa: PLC0415 - few days need it
        fallen_words,
        move_rest,
    )

    text, about = fallen_words(fallen)
    return ShownCheck(text, about, "Move the rest", partial(move_rest, stage, fallen), "today")


def _shown_carried(model: TomorrowModel, carried: CarriedOver) -> ShownCheck:
    tasks = listed([f"“{task}”" for task in carried.tasks.values()])
    says = f"{carried.word} has {tasks} open from {day_words(carried.day)}"
    if carried.is_many:
        says = f"{carried.word} have work open from {day_words(carried.day)}"
    instead = listed([f"“{words}”" for words in carried.instead])
    return ShownCheck(
        says,
        f"In place of {instead}." if instead else "There is room for it.",
        "Plan it again" if len(carried.tasks) == 1 else "Plan them again",
        partial(model.carry_over, carried),
        "history",
    )


def _shown_gap(stage: Stage, gap: PlaylistGap) -> ShownCheck:
    text = f"{listed(gap.groups)} {'has' if len(gap.groups) == 1 else 'have'} no playlist"
    about = gap.about or "The cards have plain steps."
    return ShownCheck(text, about, gap.button, partial(close_gap, stage, gap))
