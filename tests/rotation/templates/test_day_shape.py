from dataclasses import replace
from datetime import date, time

from plplanner.rotation.draft import draft_plan
from plplanner.rotation.rows import NO_INTERNET, PlanGroupRow, PlanRow, RoundRow, VisitRow
from plplanner.rotation.templates.day_shape import in_shape, not_as_it_was, shape_of, with_routine
from plplanner.rotation.templates.rows import DayShape, TemplateStationRow
from plplanner.terms import GROUP_IDENTITIES, PlanState, StationKind
from tests.rotation.lessons import a_lesson

LED, TOGETHER, ALONE = (
    StationKind.TEACHER_LED, StationKind.COLLABORATIVE, StationKind.INDEPENDENT,
)  # fmt: skip
NAMES = {LED: "Teacher table", TOGETHER: "Together", ALONE: "On my own"}


def visit(number, kind, task, **more):
    return VisitRow(number, NAMES[kind], kind, "Table", task, **more)


def a_plan(*lines):
    """A plan with these visits, a line per group."""
    return PlanRow(
        id=1, class_id=1, class_name="Math", subject="", day=date(2026, 11, 23),
        state=PlanState.DRAFT, starts_at=time(9), minutes=60,
        rounds=(RoundRow(1, time(9, 10), 20), RoundRow(2, time(9, 32), 20)),
        groups=tuple(
            PlanGroupRow(place, identity, (place,), visits)
            for place, (identity, visits) in enumerate(zip(GROUP_IDENTITIES, lines, strict=False))
        ),
        when_done="Read.", launch=6, close=4, move=2,
    )  # fmt: skip


def tasks_kept(*lines, of_playlists=()):
    return {one.name: one.task for one in shape_of(a_plan(*lines), of_playlists).stations}


def test_what_every_group_does_at_a_station_is_its_routine():
    shape = shape_of(
        a_plan(
            (visit(1, LED, "Strips"), visit(2, TOGETHER, "Fact game")),
            (visit(1, TOGETHER, "Fact game"), visit(2, LED, "Lines")),
        ),
        (),
    )
    assert (shape.minutes, shape.rounds, shape.launch, shape.close) == (60, 2, 6, 4)
    assert [(one.name, one.kind, one.task) for one in shape.stations] == [
        ("Teacher table", LED, ""), ("Together", TOGETHER, "Fact game"),
    ]  # fmt: skip


def test_work_of_a_playlist_plain_words_and_one_group_alone_are_no_routine():
    lines = (
        (visit(1, LED, "Strips"), visit(2, ALONE, "Playlist card")),
        (visit(1, ALONE, "Playlist card"), visit(2, LED, "Strips")),
    )
    assert tasks_kept(*lines, of_playlists={"Strips"}) == {"Teacher table": "", "On my own": ""}
    assert tasks_kept(*lines)["Teacher table"] == "Strips"
    assert tasks_kept((visit(1, TOGETHER, "Fact game"), None)) == {"Together": ""}


def test_what_only_stood_in_is_not_kept():
    kept = {"stand_in": NO_INTERNET, "planned_task": "Fact game", "planned_kind": TOGETHER}
    lines = ((visit(1, TOGETHER, "Draw", **kept),), (visit(2, TOGETHER, "Build", **kept),))
    assert tasks_kept(*lines) == {"Together": "Fact game"}


def test_another_day_takes_rounds_stations_and_routine():
    lesson = a_lesson(needs=(2, 1, 0))
    known = [station.name for station in lesson.stations]
    shape = DayShape(
        minutes=60, rounds=2, launch=5, close=5, when_done="Choose.",
        stations=(
            TemplateStationRow(known[0], LED),
            TemplateStationRow("Fact corner", TOGETHER, "Rug", "Fact game"),
        ),
    )  # fmt: skip
    shaped = in_shape(lesson, shape)
    assert (shaped.rounds, shaped.launch) == (2, 5)
    assert [one.name for one in shaped.stations] == [known[0], "Fact corner", known[1]]
    assert shaped.stations[1].station_id < 0
    draft = with_routine(draft_plan(shaped, group_set_id=1, playlists={}), shape)
    corner = shaped.stations[1].station_id
    there = [one for one in draft.proposal.visits if one.station_id == corner]
    assert {draft.tasks[one.group_id, one.round_number] for one in there} == {"Fact game"}
    assert draft.when_done == "Choose."
    assert list(not_as_it_was(draft, shape)) == [
        f"More groups than stations in it: {known[1]} added."
    ]


def test_a_shorter_lesson_takes_fewer_rounds_and_says_so():
    lesson = a_lesson(needs=(2, 1, 0), minutes=45)
    stations = tuple(TemplateStationRow(one.name, one.kind) for one in lesson.stations)
    shape = DayShape(minutes=60, rounds=3, stations=stations)
    shaped = in_shape(lesson, shape)
    assert shaped.rounds == 2
    draft = draft_plan(shaped, group_set_id=1, playlists={})
    assert list(not_as_it_was(draft, shape)) == ["Only 2 of 3 rounds fit."]
    assert in_shape(replace(lesson, rounds=1), shape).rounds == 1
    assert in_shape(replace(lesson, minutes=20), shape).rounds == 1


def test_lengths_of_rounds_go_along_unless_so_many_rounds_are_asked_for_or_they_do_not_fit():
    plan = a_plan((visit(1, LED, "Strips"), visit(2, TOGETHER, "Game")))
    rounds = (replace(plan.rounds[0], minutes=26), replace(plan.rounds[1], minutes=14))
    shape = shape_of(replace(plan, rounds=rounds), ())
    assert shape.lengths == (26, 14)
    lesson = a_lesson(needs=(1, 0))

    def drafted(problem):
        return draft_plan(in_shape(problem, shape), group_set_id=1, playlists={})

    draft = drafted(lesson)
    assert [row.minutes for row in draft.proposal.rounds] == [26, 14]
    assert list(not_as_it_was(draft, shape)) == []
    assert [row.minutes for row in drafted(replace(lesson, rounds=2)).proposal.rounds] == [22, 22]
    short = drafted(replace(lesson, minutes=50))
    assert [row.minutes for row in short.proposal.rounds] == [17, 17]
    assert "The rounds are all alike: their lengths do not fit." in not_as_it_was(short, shape)
