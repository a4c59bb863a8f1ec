"""The steps of the main job, as verbs use them: take in, group, plan, and make the sheets."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from plplanner.calendar.queries import days_off, days_without_lesson
from plplanner.calendar.school_days import is_school_day, next_school_day
from plplanner.cli.file_content import content_of
from plplanner.cli.surroundings import Surroundings
from plplanner.grouping.commands import save_groups
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.queries import rules_of_class, students_to_group
from plplanner.grouping.rows import (
    GroupingBasis,
    GroupingProblem,
    GroupingProposal,
    ImpossibleGrouping,
)
from plplanner.grouping.saved.queries import newest_groups
from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.grouping.usual_problem import usual_problem
from plplanner.importing.commands import save_import
from plplanner.importing.queries import import_into_classes
from plplanner.importing.read_apart import FileReader
from plplanner.importing.rows import ClassImport
from plplanner.printing.lesson_paper import PaperWishes, Sheet, paper_pdf, sheets_of
from plplanner.printing.pieces import pieces_printed
from plplanner.problems import Problem
from plplanner.roster.queries import students_of_class
from plplanner.rotation.drafting.commands import keep_draft
from plplanner.rotation.drafting.queries import day_to_draft
from plplanner.rotation.fresh_draft import fresh_draft
from plplanner.rotation.own_way.queries import OwnWaysToDraft, own_ways_to_draft
from plplanner.rotation.own_ways import draft_own_ways
from plplanner.rotation.printed.commands import note_printed
from plplanner.rotation.printed.queries import lesson_to_print
from plplanner.rotation.rows import LessonToPrint, PlanDraft
from plplanner.store.planner_file import PlannerFile
from plplanner.terms import Paper


def preview_import(
    planner: PlannerFile,
    path: Path,
    class_name: str,
    *,
    reader: FileReader,
    again: Callable[[], FileReader] = FileReader,
) -> tuple[ClassImport, ...]:
    """What taking in a file would do, class by class; `reader` may be on its way already.

    Of the file of a whole district the class of this name alone is read, by `again`.
    """
    content = content_of(path)
    try:
        read = reader.read(file_name=path.name, content=content)
    except Problem as problem:
        if class_name not in problem.choices:
            raise
        read = again().read(file_name=path.name, content=content, section=class_name)
    return planner.ask(import_into_classes, read=read, class_name=class_name, file_name=path.name)


def take_in(
    planner: PlannerFile, path: Path, classes: tuple[ClassImport, ...], around: Surroundings
) -> int:
    """Save a previewed import as one step; returns the id of the class asked for."""
    ids = planner.do(
        save_import,
        classes=classes,
        file_name=path.name,
        file_hash=hashlib.sha256(content_of(path)).hexdigest(),
        imported_at=around.now,
    )
    return ids[0]


def grouping_problem(
    planner: PlannerFile,
    *,
    class_id: int,
    basis: GroupingBasis,
    on: date,
    size: tuple[int, int] | None = None,
    groups: int | None = None,
    seed: int = 0,
) -> GroupingProblem:
    """The class with its evidence and rules; without a size, groups of three to six."""
    students = planner.ask(students_to_group, class_id=class_id, basis=basis, on=on)
    if not students:
        raise Problem("This class has no students yet.", "Import a gradebook or a list of names.")
    known = planner.ask(students_of_class, class_id=class_id)
    rules = planner.ask(rules_of_class, class_id=class_id, students=known, on=on)
    return usual_problem(students, rules, size=size, groups=groups, seed=seed)


def proposed_groups(problem: GroupingProblem) -> GroupingProposal:
    """The engine's proposal; an impossible grouping becomes a Problem that names the rules."""
    result = form_groups(problem)
    if isinstance(result, ImpossibleGrouping):
        raise as_problem(result)
    return result


def as_problem(impossible: ImpossibleGrouping) -> Problem:
    """An impossible grouping in words: the rules that conflict, then every way out."""
    ways = "; ".join(way.words for way in impossible.ways_out)
    next_step = f"Any one of these would do: {ways}." if ways else "Then try again."
    return Problem(impossible.explanation, next_step)


def save_proposed_groups(
    planner: PlannerFile,
    *,
    class_id: int,
    basis: GroupingBasis,
    problem: GroupingProblem,
    proposal: GroupingProposal,
    today: date,
) -> None:
    """Accept proposed groups as those of today."""
    planner.do(
        save_groups,
        class_id=class_id,
        created_on=today,
        basis=basis.words,
        strategy=problem.strategy,
        seed=problem.seed,
        proposal=proposal,
        assessment_id=basis.assessment_id,
        standard_id=basis.standard_id,
    )


def lesson_day_after(planner: PlannerFile, class_id: int, today: date) -> date:
    """The next day on which a class meets."""
    return next_school_day(today, planner.ask(days_without_lesson, class_id=class_id))


def groups_now(planner: PlannerFile, class_id: int) -> GroupSetRow:
    """The newest groups of a class; a Problem before the first grouping."""
    groups = planner.ask(newest_groups, class_id=class_id)
    if groups is None:
        raise Problem(
            "This class has no groups yet.",
            "Make them first: plplanner groups --planner P --class NAME --save.",
        )
    return groups


def proposed_plan(
    planner: PlannerFile,
    *,
    class_id: int,
    day: date,
    minutes: int | None = None,
    groups: GroupSetRow,
) -> PlanDraft:
    """A draft of these groups for a school day, in the shape its weekday has."""
    _refuse_day_off(planner, class_id, day)
    asked = planner.ask(day_to_draft, class_id=class_id, day=day, groups=groups, minutes=minutes)
    return fresh_draft(asked).draft


def asked_student_by_student(
    planner: PlannerFile, *, class_id: int, day: date, minutes: int | None, groups: GroupSetRow
) -> OwnWaysToDraft:
    """What a draft for a school day rests on in which each student goes her own way."""
    _refuse_day_off(planner, class_id, day)
    return planner.ask(
        own_ways_to_draft, class_id=class_id, day=day, groups=groups, minutes=minutes
    )


def student_by_student(asked: OwnWaysToDraft) -> PlanDraft:
    """That draft."""
    return draft_own_ways(asked.problem, group_set_id=asked.group_set_id, playlists=asked.playlists)


def _refuse_day_off(planner: PlannerFile, class_id: int, day: date) -> None:
    if not is_school_day(day, planner.ask(days_off)):
        raise Problem(f"There is no school on {day:%A}, {day}.", "Choose a school day.")
    if day in planner.ask(days_without_lesson, class_id=class_id):
        raise Problem(f"This class does not meet on {day:%A}, {day}.", "Choose another day.")


def save_proposed_plan(planner: PlannerFile, *, class_id: int, draft: PlanDraft) -> None:
    """Accept a draft, with playlists for its groups, as one step."""
    planner.do(keep_draft, class_id=class_id, draft=draft)


def sheets(
    planner: PlannerFile, *, class_id: int, day: date, names: tuple[str, ...], paper: Paper
) -> bytes:
    """The sheets named, of a saved plan, as one PDF. Problem where the day does not have one."""
    lesson = _planned(planner, class_id, day)
    wanted = [Sheet(name) for name in names]
    if Sheet.SUBSTITUTE in wanted and Sheet.SUBSTITUTE not in sheets_of(lesson):
        raise Problem(
            f"No substitute teaches on {day:%A}, {day}.",
            "Hand the day over in the window: Tomorrow, “A substitute teaches”.",
        )
    return paper_pdf(lesson, PaperWishes(paper), sheets=wanted)


def sheets_there(planner: PlannerFile, *, class_id: int, day: date) -> tuple[str, ...]:
    """The sheets a day has: those for a substitute on the day that was handed over."""
    return tuple(sheet.value for sheet in sheets_of(_planned(planner, class_id, day)))


def _planned(planner: PlannerFile, class_id: int, day: date) -> LessonToPrint:
    lesson = planner.ask(lesson_to_print, class_id=class_id, day=day)
    if lesson is None:
        raise Problem(
            f"There is no plan for {day:%A}, {day}.",
            "Make one first: plplanner plan --planner P --class NAME --date D --save.",
        )
    return lesson


def remember_sheets(
    planner: PlannerFile, *, class_id: int, day: date, names: tuple[str, ...]
) -> None:
    """Remember what these sheets say, so that the window can tell what changes afterwards.

    A planner that may only be read remembers nothing.
    """
    lesson = planner.ask(lesson_to_print, class_id=class_id, day=day)
    if lesson is not None and planner.why_read_only is None:
        # No word depends on the size of the paper.
        saved = [Sheet(name) for name in names]
        printed = pieces_printed(lesson, PaperWishes(Paper.LETTER), saved)
        planner.note(note_printed, class_id=class_id, day=day, printed=printed)
