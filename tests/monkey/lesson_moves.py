"""Moves for rotations, imports, the sample class and templates of days."""

from dataclasses import replace
from datetime import date, time

from plplanner.grouping.saved.queries import newest_groups
from plplanner.importing.queries import import_into_classes
from plplanner.importing.read_file import read_gradebook
from plplanner.importing.rows import RememberedMapping
from plplanner.problems import Problem
from plplanner.rotation import commands
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.draft import draft_of
from plplanner.rotation.drafting.queries import lesson_of_plan, rotation_problem
from plplanner.rotation.newcomers import ways_for_newcomers
from plplanner.rotation.own_way.queries import newcomers_to_plan, own_ways_to_draft
from plplanner.rotation.own_ways import draft_own_ways
from plplanner.rotation.pick_tasks import default_stations
from plplanner.rotation.plan_checks import visits_of_plan
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import (
    NO_DEVICES,
    NO_INTERNET,
    OUTSIDE_HOURS,
    DeviceCount,
    LessonFrame,
    LessonGoals,
    LessonTimes,
    PlanDraft,
    PrintedPieces,
    StationToVisit,
    SubstituteWords,
    TimedRound,
    VisitRow,
)
from plplanner.rotation.templates.rows import DayShape, TemplateStationRow
from plplanner.terms import (
    NoteKind,
    PlanState,
    StationKind,
    VisitOutcomeKind,
    VoiceLevel,
    Weekday,
)
from tests.monkey.moves import NOW, a_day
from tests.monkey.world import MISSING

VOICE = VoiceLevel.WHISPER

# -- rotation


def add_stations(world):
    stations = default_stations(world.dice.randint(1, 5))
    return {"class_id": world.one("school_class"), "stations": stations}


def remove_station(world):
    return {"station_id": world.one("station")}


def save_plan(world):
    found = world.ids(
        "school_class", "id IN (SELECT school_class_id FROM group_set WHERE state = 'in_use')"
    )
    if not found:
        return None
    class_id, day = world.dice.choice(found), a_day(world)
    groups = world.planner.ask(newest_groups, class_id=class_id)
    try:
        problem = world.planner.ask(rotation_problem, class_id=class_id, day=day, groups=groups)
        proposal = build_rotation(problem)
    except Problem:
        return None
    return {
        "class_id": class_id,
        "group_set_id": groups.id,
        "problem": problem,
        "proposal": proposal,
        "tasks": {},
        "when_done": "Read.",
    }


def keep_draft(world):
    plan = save_plan(world)
    if plan is None:
        return None
    lists = world.ids("playlist")
    groups = [group.group_id for group in plan["problem"].groups]
    draft = PlanDraft(
        group_set_id=plan["group_set_id"],
        problem=plan["problem"],
        proposal=plan["proposal"],
        tasks={},
        playlist_ids={group: world.dice.choice(lists) for group in groups if lists},
        when_done="Read.",
    )
    return {"class_id": plan["class_id"], "draft": draft}


def keep_own_way_draft(world):
    found = world.ids(
        "school_class", "id IN (SELECT school_class_id FROM group_set WHERE state = 'in_use')"
    )
    if not found:
        return None
    class_id, day = world.dice.choice(found), a_day(world)
    groups = world.planner.ask(newest_groups, class_id=class_id)
    asked = world.planner.ask(own_ways_to_draft, class_id=class_id, day=day, groups=groups)
    try:
        draft = draft_own_ways(
            asked.problem, group_set_id=asked.group_set_id, playlists=asked.playlists
        )
    except Problem:
        return None
    return {"class_id": class_id, "draft": draft, "levels": asked.levels}


def draft_of_ways(world):
    """One whose lines have no places yet, as a copy of a day has."""
    kept = keep_own_way_draft(world)
    if kept is None:
        return None
    draft = replace(kept["draft"], levels=kept["levels"])
    return {"class_id": kept["class_id"], "draft": draft}


def add_own_ways(world):
    plans = world.rows("SELECT id, school_class_id, day FROM rotation_plan ORDER BY id")
    if not plans:
        return None
    plan_id, class_id, day = world.dice.choice(plans)
    ask = world.planner.ask
    plan = ask(plan_on, class_id=class_id, day=date.fromisoformat(day))
    groups = ask(newest_groups, class_id=class_id)
    new = world.some(world.students_of(class_id), most=2)
    asked = ask(newcomers_to_plan, plan=plan, groups=groups, student_ids=new)
    lesson = ask(lesson_of_plan, plan=plan)
    here = visits_of_plan(plan, lesson)
    try:
        found = ways_for_newcomers(lesson, plan.rounds, here, asked.problem.groups)
    except Problem:
        return None
    draft = draft_of(asked.problem, found, group_set_id=0, playlists=asked.playlists)
    return {"plan_id": plan_id, "draft": draft, "levels": asked.levels, "names": "Ada"}


def give_own_seat(world):
    class_id = world.one("school_class")
    first, last = sorted((a_day(world), a_day(world)))
    return {
        "class_id": class_id,
        "student_id": world.dice.choice(world.students_of(class_id) or [MISSING]),
        "starts_on": first,
        "ends_on": world.dice.choice((first, last)),
        "task": world.word(),
        "playlist_id": world.one_or_none("playlist"),
        "name": "Ada",
    }


def end_own_seat(world):
    class_id = world.one("school_class")
    student = world.dice.choice(world.students_of(class_id) or [MISSING])
    return {"class_id": class_id, "student_id": student, "on": a_day(world), "name": "Ada"}


def move_plans(world):
    plans = world.some(world.ids("rotation_plan")) or [MISSING]
    return {"days": {one: a_day(world) for one in plans}}


def seat_in_plan(world):
    return {"plan_id": world.one("rotation_plan")}


def send_to_station(world):
    return {
        "plan_id": world.one("rotation_plan"),
        "group_id": world.one("small_group"),
        "round_number": world.dice.randint(1, 3),
        "station": StationToVisit(-1, "Digital", StationKind.DIGITAL, "Cart"),
        "task": world.word(),
        "name": "Ada",
    }


def keep_draft_and(world):
    kept = world.dice.choice((keep_draft, draft_of_ways))(world)
    if kept is None:
        return None

    def mark_it_ready(session, plan_id):
        commands.set_plan_state(session, plan_id=plan_id, state=PlanState.READY)

    return {"label": "Make it ready", "then": mark_it_ready, **kept}


def swap_rounds(world):
    plan_id = world.one("rotation_plan")
    first, second = (world.dice.randint(1, 3) for _ in "ab")
    everyone = world.ids("small_group")
    group_ids = world.dice.choice((everyone, world.some(everyone)))
    locked = [(one, second) for one in world.some(everyone)]
    swap = {"first": first, "second": second, "group_ids": group_ids, "locked": locked}
    return {"plan_id": plan_id, **swap}


def set_plan_state(world):
    state = world.dice.choice(list(PlanState))
    return {"plan_id": world.one("rotation_plan"), "state": state}


def set_task(world):
    return {
        "plan_id": world.one("rotation_plan"),
        "group_id": world.one("small_group"),
        "round_number": world.dice.randint(1, 3),
        "task": world.word(),
    }


def lock_cell(world):
    return {
        "plan_id": world.one("rotation_plan"),
        "group_id": world.one("small_group"),
        "round_number": world.dice.randint(1, 3),
        "name": world.word(),
    }


unlock_cell = lock_cell


def set_tasks(world):
    cells = {(one, world.dice.randint(1, 3)): world.word() for one in world.some([1, 2, 3])}
    return {"plan_id": world.one("rotation_plan"), "tasks": cells, "says": "Plan it again"}


def set_round_lengths(world):
    lengths = [world.dice.randint(1, 16) for _ in range(world.dice.choice((2, 3, 3)))]
    return {"plan_id": world.one("rotation_plan"), "lengths": lengths}


def move_lesson(world):
    hour, minutes = world.dice.choice((8, 13)), world.dice.choice((25, 45, 60))
    return {**set_round_lengths(world), "starts_at": time(hour), "minutes": minutes}


def set_goals(world):
    goals = LessonGoals(world.word(), world.dice.choice(("", "Say why")), world.word())
    return {"plan_id": world.one("rotation_plan"), "goals": goals}


def remove_plan(world):
    return {"plan_id": world.one("rotation_plan")}


def keep_times(world):
    rounds = tuple(
        TimedRound(number, time(9, 10 * number), time(9, 10 * number + 8))
        for number in world.some((1, 2, 3))
    )
    return {
        "plan_id": world.one("rotation_plan"),
        "times": LessonTimes(
            day=a_day(world),
            starts_at=time(9),
            ends_at=time(10),
            launch=8,
            close=world.dice.randint(0, 5),
            move=2,
            rounds=rounds,
            paused_since=world.dice.choice((None, time(9, 15))),
        ),
        "says": "Next round",
    }


def set_outcome(world):
    return {
        "plan_id": world.one("rotation_plan"),
        "group_id": world.one("small_group"),
        "round_number": world.dice.randint(1, 3),
        "outcome": world.dice.choice((None, *VisitOutcomeKind)),
        "name": "River",
    }


def write_note(world):
    return {
        "class_id": world.one("school_class"),
        "about": world.word(),
        "words": world.word(),
        "written_at": NOW,
        "student_id": world.one_or_none("student"),
        "group_id": world.one_or_none("small_group"),
        "kind": world.dice.choice(list(NoteKind)),
    }


def note_printed(world):
    pieces = {f"slips {one}": world.word() for one in world.some(world.ids("student"))}
    return {
        "class_id": world.one("school_class"),
        "day": a_day(world),
        "printed": PrintedPieces(pieces, world.dice.choice((True, False))),
    }


def let_work_with(world):
    plan_id = world.one("rotation_plan")
    return {
        "plan_id": plan_id,
        "student_ids": world.some(world.ids("student")),
        "group_id": world.one("small_group"),
        "names": "Ada",
        "word": "River",
    }


def send_elsewhere(world):
    there = VisitRow(1, world.word(), StationKind.DIGITAL, "Cart", world.word())
    cells = {(one, world.dice.randint(1, 3)): there for one in world.some([1, 2, 3], most=2)}
    return {"plan_id": world.one("rotation_plan"), "cells": cells, "says": "Let them come"}


def let_stand_in(world):
    cell = world.one("small_group"), world.dice.randint(1, 3)
    return {
        "plan_id": world.one("rotation_plan"),
        "why": world.dice.choice((NO_INTERNET, OUTSIDE_HOURS, NO_DEVICES, "Ms. R")),
        "tasks": world.dice.choice(({}, {cell: world.word()})),
        "says": "Out",
    }


def take_back_stand_ins(world):
    why = world.dice.choice((NO_INTERNET, OUTSIDE_HOURS, NO_DEVICES, "Ms. R"))
    return {"plan_id": world.one("rotation_plan"), "why": why, "says": "Back"}


def plan_again(world):
    visits = [world.one("station_visit") for _ in range(3)]
    return {"visit_ids": visits, "why": world.dice.choice(((OUTSIDE_HOURS,), (NO_DEVICES,)))}


def set_lesson_frame(world):
    minutes = [world.dice.choice((0, 2, 5, 30, -1)) for _ in range(4)]
    return {"class_id": world.one("school_class"), "frame": LessonFrame(*minutes)}


def set_devices(world):
    counts = (None, DeviceCount(0), DeviceCount(3, 2), DeviceCount(30))
    return {
        "class_id": world.one("school_class"),
        "day": a_day(world),
        "every_day": world.dice.choice(counts) or DeviceCount(),
        "of_day": world.dice.choice(counts),
        "says": "Set the devices",
    }


def hand_to_substitute(world):
    cell = world.one("small_group"), world.dice.randint(1, 3)
    tasks = world.dice.choice(({}, {cell: world.word()}))
    return {"plan_id": world.one("rotation_plan"), "tasks": tasks}


def teach_it_myself(world):
    return {"plan_id": world.one("rotation_plan")}


def write_for_substitute(world):
    words = SubstituteWords(world.word(), world.word(), "", world.word())
    return {"class_id": world.one("school_class"), "words": words}


def set_stations(world):
    class_id, seats = world.one("school_class"), world.dice.choice((None, 0, 3, 30))
    ids = world.ids("station", f"school_class_id = {class_id}")
    world.dice.shuffle(ids)
    kinds = [world.dice.choice(list(StationKind)) for _ in range(2)]
    adult, comes = world.dice.choice(("", "Ms. R")), world.dice.choice((None, time(9, 20)))
    helped = {"adult": adult, "adult_from": comes, "needs_adult": bool(adult)}
    wanted = [
        StationToVisit(
            one, f"{world.word()}{one % 3}", kind, world.word(), seats, voice=VOICE,
            **(helped if one == -1 else {}),
        )
        for one, kind in zip((*ids[1:], -1, -2), (*kinds, *kinds * 9), strict=False)
    ]  # fmt: skip
    return {"class_id": class_id, "wanted": wanted, "groups": 2, "says": "Set up stations"}


def remove_note(world):
    return {"note_id": world.one("quick_note")}


# -- importing


def save_import(world):
    cell = ("4", "5", "MI", "EX", "", "80%", "nonsense")
    titles = world.dice.sample(("Ticket 1", "Quiz 2", "Ticket 3"), world.dice.randint(1, 3))
    lines = [",".join(("Last Name", "First Name", *(f"{title} (5 pts)" for title in titles)))]
    for number in world.dice.sample(range(8), world.dice.randint(1, 6)):
        scores = (world.dice.choice(cell) for _ in titles)
        lines.append(",".join((f"Last{number}", f"First{number}", *scores)))
    try:
        read = read_gradebook(file_name="g.csv", content="\n".join(lines).encode())
        name = f"Math {world.dice.randint(1, 4)}"
        classes = world.planner.ask(import_into_classes, read=read, class_name=name)
    except Problem:
        return None
    return {
        "classes": classes,
        "file_name": "g.csv",
        "file_hash": "0",
        "imported_at": NOW,
        "mapping": world.dice.choice((None, RememberedMapping("names", "{}"))),
    }


def remember_mapping(world):
    mapping = RememberedMapping(f"shape {world.dice.randint(1, 2)}", world.word())
    return {"mapping": mapping, "remembered_at": NOW}


def remove_import(world):
    return {"import_id": world.one("gradebook_import"), "file_name": "g.csv"}


# -- sample


def add_sample_class(world):
    del world
    return {"now": NOW}


# -- templates of days


def save_template(world):
    stations = tuple(
        TemplateStationRow(f"Station {place}", world.dice.choice(list(StationKind)), task="Game")
        for place in range(world.dice.randint(0, 3))
    )
    return {
        "class_id": world.one("school_class"),
        "name": world.word(),
        "shape": DayShape(minutes=60, rounds=world.dice.randint(1, 4), stations=stations),
        "weekday": world.dice.choice((None, *Weekday)),
    }


def rename_template(world):
    return {"template_id": world.one("day_template"), "name": world.word()}


def set_template_weekday(world):
    weekday = world.dice.choice((None, *Weekday))
    return {"template_id": world.one("day_template"), "weekday": weekday, "says": "Use it"}


def remove_template(world):
    return {"template_id": world.one("day_template"), "name": "Monday rotation"}
