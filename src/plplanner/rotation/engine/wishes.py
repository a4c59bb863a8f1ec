"""What a plan costs, as variables of the programme. The terms are defined in `check`."""

from plplanner.rotation.engine.meeting_cost import meeting_cost, stay_cost
from plplanner.rotation.engine.program import Term, ones
from plplanner.rotation.engine.rules import RuledProgram, attended_by


def wish_for_stations(made: RuledProgram, *, at_no_cost: bool = False) -> None:
    """Sameness, carried-over work and calm at the stations without the teacher.

    `at_no_cost` forbids what would cost instead: far sooner solved, where it can be.
    """
    layout, wishes = made.layout, made.layout.problem.wishes
    for at, variable in made.x.items():
        if not layout.stations[at[3]].teacher_led:
            cost = stay_cost(layout, at[:3], at[3])
            made.program.cost[variable] += cost
            if cost and at_no_cost:
                made.program.upper[variable] = 0
    for (group, day, index, station), today in made.x.items():
        tomorrow = made.x.get((group, day + 1, index, station))
        if wishes.same and tomorrow is not None and not layout.stations[station].teacher_led:
            slack = [] if at_no_cost else [(made.program.add(wishes.same, whole=False), -1.0)]
            made.program.at_most([*ones((today, tomorrow)), *slack], 1)
    _wish_for_new_stations(made, at_no_cost=at_no_cost)
    for carry in layout.problem.carry_overs:
        who, where = layout.group_number(carry.group), layout.station_number(carry.station)
        if who is None or where is None or not wishes.carry:
            continue
        visits = ones(made.on_day(who, carry.day, where))
        slack = [] if at_no_cost else [(made.program.add(wishes.carry, whole=False), 1.0)]
        made.program.at_least(1, [*visits, *slack])


def _wish_for_new_stations(made: RuledProgram, *, at_no_cost: bool) -> None:
    """No station without the teacher twice on one day."""
    layout, again = made.layout, made.layout.problem.wishes.again
    for group in range(len(layout.groups)) if again else ():
        for day in range(len(layout.problem.days)):
            for station, offer in enumerate(layout.stations):
                visits = made.on_day(group, day, station)
                if offer.teacher_led or min(len(visits), offer.most_per_day) < 2:
                    continue
                over = [] if at_no_cost else [made.program.add(again, len(visits), whole=False)]
                made.program.at_most([*ones(visits), *((one, -1.0) for one in over)], 1)


def wish_for_meetings(made: RuledProgram) -> None:
    """All that is wished for about meetings with the teacher."""
    layout = made.layout
    for at, variable in made.x.items():
        if layout.stations[at[3]].teacher_led:
            made.program.cost[variable] += meeting_cost(layout, at[:3], at[3])
    for group in range(len(layout.groups)):
        _minutes(made, group)
        _gaps(made, group)
        _unseen(made, group)
        _waits(made, group)
        for student, day in layout.catching_up(group):
            late = made.program.add(layout.problem.wishes.catch, whole=False)
            made.program.at_least(1, ones([*attended_by(made, group, student, day), late]))


def _minutes(made: RuledProgram, group: int) -> None:
    layout, wishes = made.layout, made.layout.problem.wishes
    wanted = layout.groups[group].minutes_to_give
    minutes: list[Term] = [
        (one, float(layout.minutes(slot, station)))
        for slot in layout.slots
        for station in layout.led
        for one in made.at(group, slot, station)
    ]
    longest = wanted + int(sum(abs(length) for _, length in minutes)) + 1
    for cost, sign, goal in (
        (wishes.short, 1.0, wanted),
        (wishes.far_short, 1.0, wanted // 2),
        (wishes.excess, -1.0, wanted),
    ):
        if cost:
            off = made.program.add(cost, longest, whole=False)
            terms = [*((one, sign * length) for one, length in minutes), (off, 1.0)]
            made.program.at_least(sign * goal, terms)


def _gaps(made: RuledProgram, group: int) -> None:
    wishes, met = made.layout.problem.wishes, _met_by_day(made, group)
    for day in range(len(met) - 1) if wishes.gap else ():
        gap = made.program.add(wishes.gap, whole=False)
        made.program.at_least(1, ones([*met[day], *met[day + 1], gap]))


def _unseen(made: RuledProgram, group: int) -> None:
    """A day counts when no meeting was in the lessons that end with it, as far as one may wait."""
    layout = made.layout
    longest, wishes = layout.problem.longest_wait, layout.problem.wishes
    if longest is None or not wishes.unseen:
        return
    for student, waited in layout.waiting(group):
        met = _met_by_day(made, group, student)
        for day in range(len(met)):
            first = max(0, day - longest)
            if first == 0 and waited + day + 1 <= longest:
                continue
            late = made.program.add(wishes.unseen, whole=False)
            seen = [one for met_then in met[first : day + 1] for one in met_then]
            made.program.at_least(1, ones([*seen, late]))


def _waits(made: RuledProgram, group: int) -> None:
    """A lesson is waited on a day for each earlier day since which there was no meeting."""
    layout = made.layout
    claim = layout.problem.wishes.wait * layout.groups[group].claim
    met, before = _met_by_day(made, group), layout.waiting(group)[0][1]
    for day in range(len(met)) if claim else ():
        for first in range(day + 1):
            waits = made.program.add(claim * (1 + (before if first == 0 else 0)), whole=False)
            seen = [one for met_then in met[first : day + 1] for one in met_then]
            made.program.at_least(1, ones([*seen, waits]))


def _met_by_day(made: RuledProgram, group: int, student: str | None = None) -> list[list[int]]:
    """The variables of each day's meetings; those a student is there for, where one is named."""
    days = range(len(made.layout.problem.days))
    if student is not None:
        return [attended_by(made, group, student, day) for day in days]
    led = made.layout.led
    return [[one for station in led for one in made.on_day(group, day, station)] for day in days]
