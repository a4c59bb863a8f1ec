"""The sample class: invented students, scores, standards, resources and playlists.

Built by the same commands a teacher's own class is, so that it can do all that hers can.
"""

import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from plplanner.assets import asset
from plplanner.calendar.commands import add_bell_schedule
from plplanner.calendar.queries import days_off
from plplanner.calendar.rows import NewPeriod
from plplanner.calendar.school_days import is_school_day
from plplanner.gradebook.commands import add_assessment, enter_scores
from plplanner.gradebook.typed_scores import TypedScore
from plplanner.grouping.commands import add_rule, save_groups
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.queries import basis_on_assessment, rules_of_class, students_to_group
from plplanner.grouping.rows import ImpossibleGrouping
from plplanner.grouping.saved.queries import newest_groups
from plplanner.grouping.usual_problem import usual_problem
from plplanner.library.commands import add_resource, add_standard
from plplanner.library.rows import NewResource
from plplanner.playlists.commands import add_playlist
from plplanner.playlists.rows import NewPlaylistItem
from plplanner.problems import Problem
from plplanner.roster.commands import (
    add_class,
    add_pull_out,
    add_students,
    set_bell_period,
    set_home_language,
)
from plplanner.roster.queries import students_of_class
from plplanner.roster.rows import NewStudent, StudentRow
from plplanner.rotation.draft import draft_plan
from plplanner.rotation.drafting.commands import keep_draft
from plplanner.rotation.drafting.queries import playlists_for_groups, rotation_problem
from plplanner.store.step import step
from plplanner.terms import (
    AssessmentKind,
    GroupMode,
    ItemRole,
    PlaylistUse,
    ResourceKind,
    RuleKind,
    ScoreStatus,
    Weekday,
)

Ids = Mapping[str, int]


@step("Add the sample class")
def add_sample_class(session: Session, *, now: datetime) -> int:
    """Add the sample class with two weeks of scores up to yesterday; returns the class's id."""
    content = json.loads(asset("sample", "class.json").read_text(encoding="utf-8"))
    class_id = add_class(
        session, name=content["name"], subject=content["subject"], section=content["name"]
    )
    _set_lesson_time(session, class_id, content["period"])
    standards = _add_standards(session, content)
    resources = _add_resources(session, content["resources"], standards)
    _add_playlists(session, content["playlists"], standards, resources)
    students = _add_students(session, class_id, content["students"], now.date())
    _add_scores(session, class_id, content, standards=standards, students=students, now=now)
    _add_rules(session, class_id, content, students)
    return class_id


@step("Add the sample class")
def add_sample_lesson(session: Session, *, now: datetime, day: date) -> int:
    """Add the sample class in groups, with its rotation for a day; returns the class's id.

    Without a plan where none can be made: no school on that day, or other classes changed what
    the sample builds on. Groups and plan are those the program proposes by itself.
    """
    class_id = add_sample_class(session, now=now)
    with suppress(Problem):
        _save_groups(session, class_id, now.date())
        _save_plan(session, class_id, day)
    return class_id


def is_sample_class(students: Collection[StudentRow]) -> bool:
    """Whether these are the invented students, all or some, and nobody else."""
    content = json.loads(asset("sample", "class.json").read_text(encoding="utf-8"))
    invented = {(row["last"], row["first"], row["sis_user_id"]) for row in content["students"]}
    return bool(students) and all(
        (row.last, row.first, row.ids.get("sis_user_id", "")) in invented for row in students
    )


def _save_groups(session: Session, class_id: int, today: date) -> None:
    basis = basis_on_assessment(session, class_id=class_id)
    students = students_to_group(session, class_id=class_id, basis=basis, on=today)
    known = students_of_class(session, class_id=class_id)
    rules = rules_of_class(session, class_id=class_id, students=known, on=today)
    problem = usual_problem(students, rules)
    proposal = form_groups(problem)
    if isinstance(proposal, ImpossibleGrouping):
        return
    save_groups(
        session,
        class_id=class_id,
        created_on=today,
        basis=basis.words,
        strategy=problem.strategy,
        seed=problem.seed,
        proposal=proposal,
        assessment_id=basis.assessment_id,
        standard_id=basis.standard_id,
    )


def _save_plan(session: Session, class_id: int, day: date) -> None:
    groups = newest_groups(session, class_id=class_id)
    if groups is None or not is_school_day(day, days_off(session)):
        return
    draft = draft_plan(
        rotation_problem(session, class_id=class_id, day=day, groups=groups),
        group_set_id=groups.id,
        playlists=playlists_for_groups(session, groups=groups),
    )
    keep_draft(session, class_id=class_id, draft=draft)


def _set_lesson_time(session: Session, class_id: int, period: Mapping[str, Any]) -> None:
    new = NewPeriod(period["name"], time.fromisoformat(period["starts_at"]), period["minutes"])
    (period_id,) = add_bell_schedule(session, name=period["schedule"], periods=[new])
    set_bell_period(session, class_id=class_id, bell_period_id=period_id)


def _add_standards(session: Session, content: Mapping[str, Any]) -> Ids:
    return {
        row["code"]: add_standard(
            session,
            code=row["code"],
            text=row["text"],
            i_can=row["i_can"],
            translations={"es": row["es"]},
            framework=content["framework"],
        )
        for row in content["standards"]
    }


def _add_resources(session: Session, rows: Collection[Mapping[str, Any]], standards: Ids) -> Ids:
    return {
        row["title"]: add_resource(
            session,
            resource=NewResource(
                title=row["title"],
                kind=ResourceKind(row["kind"]),
                code=row.get("code"),
                locator=row.get("locator", ""),
                minutes=row["minutes"],
                place=row["place"],
                group_mode=GroupMode(row["group_mode"]),
                needs_device=row.get("needs_device", False),
                needs_internet=row.get("needs_internet", False),
                standard_ids=[standards[code] for code in row["standards"]],
                tags=[(facet, value) for facet, value in row["tags"]],
            ),
        )
        for row in rows
    }


def _add_playlists(
    session: Session, rows: Collection[Mapping[str, Any]], standards: Ids, resources: Ids
) -> None:
    for row in rows:
        must = [NewPlaylistItem(ItemRole.MUST, resources[title]) for title in row["must"]]
        may = [NewPlaylistItem(ItemRole.MAY, resources[title]) for title in row["may"]]
        add_playlist(
            session,
            title=row["title"],
            standard_id=standards[row["standard"]],
            use=PlaylistUse(row["use"]),
            items=[
                *must,
                NewPlaylistItem(ItemRole.CHECK_IN, text="Show your teacher"),
                *may,
                NewPlaylistItem(ItemRole.CHECK, resources[row["check"]]),
            ],
        )


def _add_students(
    session: Session, class_id: int, rows: Collection[Mapping[str, Any]], today: date
) -> list[int]:
    new = [
        NewStudent(row["last"], row["first"], ids={"sis_user_id": row["sis_user_id"]})
        for row in rows
    ]
    ids = add_students(session, class_id=class_id, students=new, entered_on=today)
    for student_id, row in zip(ids, rows, strict=True):
        if "home_language" in row:
            set_home_language(session, student_id=student_id, language=row["home_language"])
    return ids


def _add_scores(
    session: Session,
    class_id: int,
    content: Mapping[str, Any],
    *,
    standards: Ids,
    students: Collection[int],
    now: datetime,
) -> None:
    for place, row in enumerate(content["assessments"]):
        assessment_id = add_assessment(
            session,
            class_id=class_id,
            title=row["title"],
            kind=AssessmentKind(row["kind"]),
            taken_on=_school_days_before(now.date(), row["school_days_ago"]),
            points_possible=row["points"],
            native_id=row["native_id"],
            standard_ids=[standards[row["standard"]]],
        )
        scores = {
            student_id: _typed(value)
            for student_id, student in zip(students, content["students"], strict=True)
            if (value := student["scores"][place]) is not None
        }
        enter_scores(session, assessment_id=assessment_id, scores=scores, entered_at=now)


def _typed(value: float | str) -> TypedScore:
    if isinstance(value, str):
        return TypedScore(None, ScoreStatus(value))
    return TypedScore(value, ScoreStatus.SCORED)


def _add_rules(
    session: Session, class_id: int, content: Mapping[str, Any], students: Collection[int]
) -> None:
    by_name = {
        (row["last"], row["first"]): student_id
        for student_id, row in zip(students, content["students"], strict=True)
    }
    for rule in content["rules"]:
        add_rule(
            session,
            class_id=class_id,
            kind=RuleKind(rule["kind"]),
            student_ids=[by_name[last, first] for last, first in rule["students"]],
            why=rule["why"],
        )
    for out in content["pull_outs"]:
        last, first = out["student"]
        add_pull_out(
            session,
            student_id=by_name[last, first],
            weekday=Weekday(out["weekday"]),
            starts_at=time.fromisoformat(out["starts_at"]),
            ends_at=time.fromisoformat(out["ends_at"]),
            label=out["label"],
        )


def _school_days_before(today: date, count: int) -> date:
    """The school day so many school days before today; 1 is the last one before today."""
    day = today
    while count > 0:
        day -= timedelta(days=1)
        count -= is_school_day(day, ())
    return day
