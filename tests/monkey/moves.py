"""A move for every command: arguments as a teacher, a file or a bad day might give them.

Each function is called like the command it feeds, with a World; it returns the keyword
arguments, or None when the planner holds nothing to do it with.
"""

from datetime import UTC, date, datetime, time, timedelta

from plplanner.calendar.rows import LessonTime, MeetingDays, NewPeriod
from plplanner.gradebook.rows import NewAssessment, ScoreToSave
from plplanner.gradebook.typed_scores import TypedScore
from plplanner.library.rows import NewResource
from plplanner.playlists.rows import NewPlaylistItem
from plplanner.roster.rows import NewStudent, WeeklyPullOutRow
from plplanner.terms import (
    AssessmentKind,
    GroupMode,
    ItemResult,
    ItemRole,
    PlaylistUse,
    ResourceKind,
    ScoreStatus,
    Weekday,
)

NOW = datetime(2026, 11, 20, 19, 42, 7, tzinfo=UTC)
TODAY = NOW.date()


def a_day(world) -> date:
    return TODAY + timedelta(days=world.dice.randint(-5, 5))


# -- roster


def add_class(world):
    return {"name": f"Math {world.dice.randint(1, 4)}", "subject": world.word()}


def rename_class(world):
    name = world.dice.choice((f"Math {world.dice.randint(1, 4)}", world.word()))
    return {"class_id": world.one("school_class"), "name": name}


def remove_class(world):
    return {"class_id": world.one("school_class")}


def set_bell_period(world):
    period = world.one_or_none("bell_period")
    return {"class_id": world.one("school_class"), "bell_period_id": period}


def add_students(world):
    new = [
        NewStudent(world.word(), world.word(), ids={"sis": str(world.dice.randint(1, 9))})
        for _ in range(world.dice.randint(0, 4))
    ]
    return {"class_id": world.one("school_class"), "students": new, "entered_on": a_day(world)}


def enroll(world):
    some = world.some(world.ids("student"))
    return {"class_id": world.one("school_class"), "student_ids": some, "entered_on": TODAY}


def move_student(world):
    return {
        "student_id": world.one("student"),
        "from_class_id": world.one("school_class"),
        "to_class_id": world.one("school_class"),
        "moved_on": a_day(world),
        "name": "Ada",
    }


def archive_student(world):
    class_id = world.one_or_none("school_class")
    student_id = world.one("student")
    return {"student_id": student_id, "class_id": class_id, "left_on": TODAY, "name": "Ada"}


def restore_student(world):
    class_id = world.one("school_class")
    return {"student_id": world.one("student"), "class_id": class_id, "name": "Ada"}


def add_alias(world):
    return {"student_id": world.one("student"), "written": world.word()}


def take_back_roster(world):
    return {"import_id": world.one("gradebook_import"), "held": {}}


def add_identifiers(world):
    ids = {"sis": str(world.dice.randint(1, 9)), "email": world.word()}
    return {"student_id": world.one("student"), "ids": ids}


def rename_student(world):
    names = {part: world.word() for part in ("last", "first", "suffix", "nickname")}
    return {"student_id": world.one("student"), **names}


def remove_student(world):
    return {"student_id": world.one("student")}


def set_home_language(world):
    return {"student_id": world.one("student"), "language": world.dice.choice(("en", "es"))}


def add_tag(world):
    return {"student_id": world.one("student"), "tag": world.dice.choice(("leader", "twin", " "))}


def remove_tag(world):
    return add_tag(world)


def mark_absent(world):
    return {"student_id": world.one("student"), "day": a_day(world), "name": "Ada"}


def mark_late(world):
    return {**mark_absent(world), "came_at": world.dice.choice((None, time(9, 31)))}


def mark_present(world):
    return mark_absent(world)


def add_pull_out(world):
    start, end = (time(world.dice.randint(8, 12)) for _ in "ab")
    return {
        "student_id": world.one("student"),
        "weekday": world.dice.choice(list(Weekday)),
        "starts_at": start,
        "ends_at": end,
        "label": world.word(),
    }


def set_pull_outs(world):
    starts = world.dice.sample(range(8, 14), world.dice.randint(0, 2))
    days = list(Weekday)[:5]
    return {
        "student_id": world.one("student"),
        "times": tuple(
            WeeklyPullOutRow(world.dice.choice(days), time(one), time(one, 20), world.word())
            for one in starts
        ),
        "name": "Ada",
    }


# -- calendar


def add_bell_schedule(world):
    count = world.dice.randint(0, 3)
    periods = [NewPeriod(f"P{i}", time(8 + i), 45) for i in range(count)]
    return {"name": world.word(), "periods": periods}


def keep_bell_schedule(world):
    count = world.dice.randint(0, 3)
    names = world.dice.sample(["Period 1", "period 1", "Period 2", "Lunch"], count)
    periods = [NewPeriod(name, time(8 + place), 45) for place, name in enumerate(names)]
    return {
        "name": world.word(),
        "periods": periods,
        "weekdays": world.some(list(Weekday)[:5]),
        "schedule_id": world.one_or_none("bell_schedule"),
    }


def remove_bell_schedule(world):
    return {"schedule_id": world.one("bell_schedule"), "name": "Regular day"}


def mark_special_day(world):
    minutes = world.dice.choice((None, 0, 30, -1))
    closed = {"closed_from": None, "closed_until": time(10)} if world.dice.random() < 0.3 else {}
    rung = world.one_or_none("bell_schedule")
    day, label = a_day(world), world.word()
    return {"day": day, "label": label, "minutes": minutes, "bell_schedule_id": rung, **closed}


def set_meeting_days(world):
    days = frozenset(world.some(list(Weekday)))
    first = world.dice.choice((None, a_day(world)))
    return {"class_id": world.one("school_class"), "meeting": MeetingDays(days, first)}


def set_lesson_on_day(world):
    lesson = world.dice.choice((None, LessonTime(time(10), 0), LessonTime(time(8, 30), 45)))
    return {"class_id": world.one("school_class"), "day": a_day(world), "lesson": lesson}


def clear_special_day(world):
    return {"day": a_day(world)}


# -- library


def add_standard(world):
    return {
        "code": f"3.NF.{world.dice.randint(1, 6)}",
        "i_can": world.dice.choice((None, "I can halve.")),
        "translations": {"es": "Puedo."},
    }


def remove_standard(world):
    return {"standard_id": world.one("standard")}


def add_resource(world):
    resource = NewResource(
        title=world.word(),
        kind=world.dice.choice(list(ResourceKind)),
        group_mode=world.dice.choice(list(GroupMode)),
        minutes=world.dice.choice((None, 5)),
        standard_ids=world.some(world.ids("standard"), 2),
        tags=[("grade", str(world.dice.randint(1, 3)))],
    )
    return {"resource": resource}


def remove_resource(world):
    return {"resource_id": world.one("learning_resource")}


def update_resource(world):
    return {
        "resource_id": world.one("learning_resource"),
        "title": world.word(),
        "minutes": world.dice.choice((None, 0, 7)),
        "place": world.word(),
    }


def set_resource_kind(world):
    kind = world.dice.choice(list(ResourceKind))
    return {"resource_id": world.one("learning_resource"), "kind": kind, "title": "Strips"}


def set_group_mode(world):
    mode = world.dice.choice(list(GroupMode))
    return {"resource_id": world.one("learning_resource"), "mode": mode, "title": "Strips"}


def set_resource_needs(world):
    device, internet = (world.dice.choice((True, False)) for _ in "ab")
    of = {"resource_id": world.one("learning_resource"), "title": "Strips"}
    return {**of, "device": device, "internet": internet}


def set_resource_address(world):
    of = {"resource_id": world.one("learning_resource"), "title": "Strips"}
    return {**of, "address": world.word()}


def set_resource_code(world):
    code = world.dice.choice(("", "FL3", "FS2"))
    return {"resource_id": world.one("learning_resource"), "code": code, "title": "Strips"}


def set_resource_standards(world):
    codes = world.dice.sample(("3.NF.1", "3.NF.A.1", "3.nf.2", " "), world.dice.randint(0, 3))
    return {"resource_id": world.one("learning_resource"), "codes": codes, "title": "Strips"}


def set_resource_tags(world):
    tags = world.dice.sample((("grade", "1"), ("Bloom", "apply")), world.dice.randint(0, 2))
    return {"resource_id": world.one("learning_resource"), "tags": tags, "title": "Strips"}


# -- playlists


def add_playlist(world):
    items = [
        NewPlaylistItem(
            world.dice.choice(list(ItemRole)), world.one_or_none("learning_resource"), "Do it"
        )
        for _ in range(world.dice.randint(0, 4))
    ]
    return {
        "title": world.word(),
        "standard_id": world.one_or_none("standard"),
        "use": world.dice.choice(list(PlaylistUse)),
        "items": items,
    }


def rename_playlist(world):
    return {"playlist_id": world.one("playlist"), "title": world.word()}


def move_item(world):
    place, to = (world.dice.randint(-1, 4) for _ in "ab")
    return {"playlist_id": world.one("playlist"), "position": place, "to": to}


def add_item(world):
    item = NewPlaylistItem(world.dice.choice(list(ItemRole)), text=world.word())
    return {"playlist_id": world.one("playlist"), "item": item}


def remove_item(world):
    return {"playlist_id": world.one("playlist"), "position": world.dice.randint(-1, 4)}


def remove_playlist(world):
    return {"playlist_id": world.one("playlist")}


def assign_to_groups(world):
    lists, start = world.ids("playlist"), a_day(world)
    if not lists:
        return None
    chosen = {group: world.dice.choice(lists) for group in world.some(world.ids("small_group"))}
    return {"playlists": chosen, "starts_on": start, "ends_on": start + timedelta(days=2)}


# -- gradebook


def add_assessment(world):
    class_id = world.one("school_class")
    return {
        "class_id": class_id,
        "title": world.word(),
        "kind": world.dice.choice(list(AssessmentKind)),
        "taken_on": world.dice.choice((None, a_day(world))),
        "points_possible": world.dice.choice((None, 0, 5, 10.5)),
        "standard_ids": world.some(world.ids("standard"), 2),
    }


def add_assessments(world):
    new = [
        NewAssessment(
            world.word(), AssessmentKind.QUIZ, standard_ids=world.some(world.ids("standard"))
        )
        for _ in range(world.dice.randint(0, 3))
    ]
    return {"class_id": world.one("school_class"), "assessments": new}


def link_standards(world):
    some = world.some(world.ids("standard"))
    return {"assessment_id": world.one("assessment"), "standard_ids": some}


def set_assessment_standards(world):
    return link_standards(world)


def rename_assessment(world):
    return {"assessment_id": world.one("assessment"), "title": world.word()}


def set_assessment_date(world):
    day = world.dice.choice((None, date(2026, 11, 19)))
    return {"assessment_id": world.one("assessment"), "taken_on": day}


def update_assessment(world):
    return {
        "assessment_id": world.one("assessment"),
        "title": world.word(),
        "taken_on": None,
        "points_possible": world.dice.choice((None, 7)),
    }


def put_back_assessment(world):
    return {
        "assessment_id": world.one("assessment"),
        "values": {
            "title": world.word(),
            "taken_on": world.dice.choice((None, date(2026, 11, 19))),
        },
        "without_standards": world.some(world.ids("standard")),
    }


def remove_assessment(world):
    return {"assessment_id": world.one("assessment")}


def enter_score(world):
    place = _assessment_and_students(world)
    if place is None:
        return None
    assessment_id, students = place
    return {
        "student_id": world.dice.choice(students),
        "assessment_id": assessment_id,
        "points": world.dice.choice((None, 0, 3, 4.5)),
        "status": world.dice.choice(list(ScoreStatus)),
        "entered_at": NOW,
    }


def enter_scores(world):
    place = _assessment_and_students(world)
    if place is None:
        return None
    assessment_id, students = place
    typed = (TypedScore(3, ScoreStatus.SCORED), TypedScore(None, ScoreStatus.ABSENT))
    return {
        "assessment_id": assessment_id,
        "scores": {one: world.dice.choice(typed) for one in students},
        "entered_at": NOW,
    }


def save_imported_scores(world):
    place, imports = _assessment_and_students(world), world.ids("gradebook_import")
    if place is None or not imports:
        return None
    assessment_id, students = place
    scores = [
        ScoreToSave(
            student,
            assessment_id,
            ScoreStatus.SCORED,
            points=world.dice.randint(0, 5),
            mastered=world.dice.choice((None, True, False)),
            progress=world.dice.choice((None, 0.5)),
            attempts=world.dice.choice(((), (1, 5), (2, None, 3))),
            is_new_attempt=world.dice.random() < 0.2,
        )
        for student in world.some(students)
    ]
    confirmed = [(student, assessment_id) for student in world.some(students)]
    return {
        "scores": scores,
        "import_id": world.dice.choice(imports),
        "entered_at": NOW,
        "confirmed": confirmed,
    }


def save_item_answers(world):
    place, imports = _assessment_and_students(world), world.ids("gradebook_import")
    if place is None or not imports:
        return None
    assessment_id, students = place
    results = (None, *ItemResult)
    return {
        "answers": {
            (one, assessment_id): [world.dice.choice(results) for _ in range(3)] for one in students
        },
        "import_id": world.dice.choice(imports),
    }


def take_back_scores(world):
    return {"import_id": world.one("gradebook_import")}


def _assessment_and_students(world):
    assessments = world.rows("SELECT id, school_class_id FROM assessment ORDER BY id")
    if not assessments:
        return None
    assessment_id, class_id = world.dice.choice(assessments)
    students = world.students_of(class_id)
    return (assessment_id, students) if students else None
