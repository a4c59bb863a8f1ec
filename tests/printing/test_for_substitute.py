from dataclasses import replace
from datetime import time

from plplanner.printing.for_substitute import substitute_sheet_of
from plplanner.rotation.rows import PlanGroupRow, SubstituteWords
from plplanner.terms import VoiceLevel, own_identity
from tests.printing.substitute_lessons import a_day

SHEET = substitute_sheet_of(a_day())


def test_the_lesson_stands_by_the_clock_from_launch_to_close():
    assert [row.title for row in SHEET.times] == [
        "Launch",
        "Round 1",
        "Round 2",
        "Round 3",
        "Close",
    ]
    assert (SHEET.times[0].starts_at, SHEET.times[-1].ends_at) == (time(9), time(10))
    assert SHEET.times[1].your_part.startswith("Sit with Maple, back table.")
    assert SHEET.times[1].visits[0].task == "Pages 38–39"


def test_nothing_is_taught_where_the_teacher_would_have_led():
    first = SHEET.stations[0]
    assert (first.name, "nothing is taught" in first.goes) == ("Teacher table", True)


def test_the_voice_level_of_a_station_stands_in_place_of_the_usual_words():
    lesson = a_day()
    lines = tuple(
        replace(
            one, visits=tuple(v and replace(v, voice=VoiceLevel.TABLE_TALK) for v in one.visits)
        )
        for one in lesson.plan.groups
    )
    loud = substitute_sheet_of(replace(lesson, plan=replace(lesson.plan, groups=lines))).stations
    said = {station.name: station.goes for station in loud}
    assert said["Digital"] == (
        "Each on a device. If one does not work: share one. Voice: table talk."
    )


def test_who_leaves_who_sits_apart_and_who_helps_is_said_without_a_reason():
    assert SHEET.leaving == ("9:05–9:25 Maya, Ms. R",)
    assert SHEET.seats == ("Ana Gómez and محمد عبد الرحمن sit at different tables.",)
    assert SHEET.help_from == ("Mr. Okafor is at Digital.", "Mrs. Alvarez, room 14.")
    assert SHEET.away == ("Siobhán",)


def test_the_roll_is_called_by_last_names_and_groups_by_the_names_on_the_slips():
    lesson = a_day()
    maya, *rest = reversed(lesson.students)
    maya = replace(maya, last="Aalto", first="Maya")
    sheet = substitute_sheet_of(replace(lesson, students=(*rest, maya), absent=frozenset({6})))
    assert (sheet.roster[-1], sheet.away) == ("Aalto, Maya", ("Aalto, Maya",))
    assert "Maya" in sheet.groups[0].names
    assert sheet.times[0].your_part.endswith("Hand out slips and cards.")


def test_a_day_without_a_plan_shares_the_lesson_among_what_was_written():
    lesson = a_day(words=SubstituteWords(spare_day="Read.\n\nWrite.\nPlay."))
    bare = replace(lesson, plan=replace(lesson.plan, groups=(), rounds=()))
    sheet = substitute_sheet_of(bare)
    assert [(row.says, row.starts_at) for row in sheet.times] == [
        ("Read.", time(9)), ("Write.", time(9, 20)), ("Play.", time(9, 40))
    ]  # fmt: skip
    assert sheet.times[-1].ends_at == time(10)
    assert (sheet.groups, sheet.stations) == ((), ())


def test_student_by_student_each_round_says_who_is_at_which_station():
    lesson = a_day()
    alone = tuple(
        PlanGroupRow(
            student.id, own_identity(student.name), (student.id,),
            lesson.plan.groups[place % len(lesson.plan.groups)].visits, is_own_way=True,
        )
        for place, student in enumerate(lesson.students)
    )  # fmt: skip
    sheet = substitute_sheet_of(replace(lesson, plan=replace(lesson.plan, groups=alone)))
    first = sheet.times[1]
    assert sheet.groups == ()
    assert {visit.group for visit in first.visits} == {None}
    names = [name for visit in first.visits for name in visit.task.split(", ")]
    assert sorted(names) == sorted(student.name for student in lesson.students)
    assert first.your_part.startswith("Sit at Teacher table.")
    assert sheet.times[0].says == "Everyone finds the first station on the slip."
    assert not sheet.is_spare
