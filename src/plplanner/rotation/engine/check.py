"""The independent checker: what a plan breaks and what it costs, from the clock times alone.

It shares no code with the engine it judges. This page and `plan_cost` are also the definition of
every rule and of every term of the objective. Nothing heavy is loaded, so each drag can be judged.
"""

from collections import Counter
from collections.abc import Iterator

from plplanner.rotation.engine.plan_cost import costs
from plplanner.rotation.engine.plan_visits import JudgedPlan, PlannedVisit, judged_plan
from plplanner.rotation.engine.rows import (
    Adult,
    Broken,
    Cells,
    GroupNeed,
    LessonProblem,
    LessonVerdict,
    Order,
    Rule,
    StationOffer,
)


def judged(problem: LessonProblem, cells: Cells) -> LessonVerdict:
    """Every broken rule in a fixed order, and every term of the objective."""
    plan = judged_plan(problem, cells)
    broken = [*_shape(plan), *_single_visits(plan), *_rooms(plan), *_fixed(plan)]
    for group in plan.groups:
        broken += [*_counts(plan, group), *_meetings(plan, group), *_orders(plan, group)]
    return LessonVerdict(tuple(broken), costs(plan))


def _shape(plan: JudgedPlan) -> Iterator[Broken]:
    """Everyone is at one known station in every round; sketches and pull lists only meet."""
    led = {station.id: station.teacher_led for station in plan.problem.stations}
    for group, day, index, station in plan.every_cell():
        must = group.rotates and not plan.problem.days[day].sketch
        if station is None:
            wrong = "has no station" if must else None
        elif station not in led:
            wrong = "is at a station that does not exist"
        else:
            wrong = None if must or led[station] else "can only meet the teacher"
        if wrong is not None:
            text = f"{group.name} {wrong} {plan.when(day, index)}."
            yield Broken(Rule.SHAPE, group.id, text, day, index)


def _single_visits(plan: JudgedPlan) -> Iterator[Broken]:
    """Each visit by itself: the station is there, and suits the length and the day."""
    for visit in plan.visits:
        offer = visit.station
        for rule, words in _unsuited(plan, visit):
            at = f"{visit.group.name} is at {offer.name} {plan.when(visit.day, visit.round)}"
            yield Broken(rule, offer.id, f"{at}{words}", visit.day, visit.round)


def _unsuited(plan: JudgedPlan, visit: PlannedVisit) -> Iterator[tuple[Rule, str]]:
    offer, length = visit.station, visit.end - visit.start
    if (visit.day, visit.round) in offer.closed:
        yield Rule.OPEN, ", when it is closed."
    if offer.internet and not plan.problem.days[visit.day].internet:
        yield Rule.INTERNET, ", and there is no internet."
    if offer.shortest is not None and length < offer.shortest:
        yield Rule.LENGTH, f": it needs {offer.shortest} minutes, and the round has {length}."
    if offer.longest is not None and length > offer.longest:
        most = f"it lasts {offer.longest} minutes at most"
        yield Rule.LENGTH, f": {most}, and the round has {length}."


def _rooms(plan: JudgedPlan) -> Iterator[Broken]:
    """What holds in each round of each day: room, devices, adults, nobody in two places."""
    for (day, index), visits in plan.by_round():
        when = plan.when(day, index)
        yield from _stations_hold(visits, when)
        yield from _devices(plan, visits, when)
        yield from _adults(plan, visits, when)
        yield from _one_place(visits, when)


def _stations_hold(visits: list[PlannedVisit], when: str) -> Iterator[Broken]:
    there: dict[str, list[PlannedVisit]] = {}
    for visit in visits:
        there.setdefault(visit.station.id, []).append(visit)
    for station_id, groups in sorted(there.items()):
        offer, where = groups[0].station, (groups[0].day, groups[0].round)
        if len(groups) > offer.groups_at_once:
            text = f"{_names(groups)} are at {offer.name} {when}; "
            text += f"it takes {offer.groups_at_once} at once."
            yield Broken(Rule.GROUPS_AT_ONCE, station_id, text, *where)
        seated = sum(visit.seated for visit in groups)
        if offer.seats is not None and seated > offer.seats:
            text = f"{_names(groups)} bring {seated} students to {offer.name} {when}; "
            text += f"it seats {offer.seats}."
            yield Broken(Rule.SEATS, station_id, text, *where)


def _names(visits: list[PlannedVisit]) -> str:
    return " and ".join(visit.group.name for visit in visits)


def _devices(plan: JudgedPlan, visits: list[PlannedVisit], when: str) -> Iterator[Broken]:
    day, index = visits[0].day, visits[0].round
    limit = plan.problem.days[day].devices
    taken = sum(
        (visit.seated + visit.station.students_per_device - 1) // visit.station.students_per_device
        for visit in visits
        if visit.station.uses_devices
    )
    if limit is not None and taken > limit:
        text = f"{taken} devices are needed {when}, and there are {limit}."
        yield Broken(Rule.DEVICES, str(day), text, day, index)


def leaders_of(problem: LessonProblem, cells: Cells) -> dict[tuple[int, int, str], str]:
    """Which adult leads which station, by day, round and station id."""
    return {
        (*slot, station): adult
        for slot, visits in judged_plan(problem, cells).by_round()
        for station, adult in _leading(problem, _with_adult(visits), visits[0]).items()
    }


def _with_adult(visits: list[PlannedVisit]) -> dict[str, StationOffer]:
    return {visit.station.id: visit.station for visit in visits if visit.station.adults}


def _adults(plan: JudgedPlan, visits: list[PlannedVisit], when: str) -> Iterator[Broken]:
    used = _with_adult(visits)
    leaders = _leading(plan.problem, used, visits[0])
    for station_id in sorted(used):
        if station_id not in leaders:
            text = f"{used[station_id].name} has no adult {when}."
            yield Broken(Rule.ADULT, station_id, text, visits[0].day, visits[0].round)


def _leading(
    problem: LessonProblem, stations: dict[str, StationOffer], visit: PlannedVisit
) -> dict[str, str]:
    """The adult of each station in the visit's round, one station each, as many as can be.

    Augmenting paths, so that nobody is kept from a station another adult could lead as well.
    """
    present = {one.id for one in problem.adults if _is_in(one, visit)}
    station_of: dict[str, str] = {}
    able = {one.id: sorted(present & set(one.adults)) for one in stations.values()}

    def seat(station_id: str, tried: set[str]) -> bool:
        for adult in able[station_id]:
            if adult not in tried:
                tried.add(adult)
                if adult not in station_of or seat(station_of[adult], tried):
                    station_of[adult] = station_id
                    return True
        return False

    for station_id in sorted(able):
        seat(station_id, set())
    return {station: adult for adult, station in sorted(station_of.items())}


def _is_in(adult: Adult, visit: PlannedVisit) -> bool:
    if adult.hours is None:
        return True
    here = [hours for hours in adult.hours if hours.day == visit.day]
    return any(hours.start <= visit.start and visit.end <= hours.end for hours in here)


def _one_place(visits: list[PlannedVisit], when: str) -> Iterator[Broken]:
    """A student called to a pull list is not with the teacher elsewhere, nor kept at a station."""
    bound = [one for one in visits if one.station.teacher_led or one.station.keeps_students]
    times = Counter(student for visit in bound for student in visit.group.students)
    for student in sorted(one for one, count in times.items() if count > 1):
        names = " and ".join(v.station.name for v in bound if student in v.group.students)
        text = f"A student is wanted at {names} {when}."
        yield Broken(Rule.ONE_PLACE, student, text, visits[0].day, visits[0].round)


def _fixed(plan: JudgedPlan) -> Iterator[Broken]:
    led = {station.id for station in plan.problem.stations if station.teacher_led}
    names = {station.id: station.name for station in plan.problem.stations}
    for cell in plan.problem.fixed:
        group = next((one for one in plan.groups if one.id == cell.group), None)
        if group is None or not plan.has_round(cell.day, cell.round):
            continue
        only_meets = not group.rotates or plan.problem.days[cell.day].sketch
        at = plan.station_at(group.id, cell.day, cell.round)
        free = only_meets and cell.station not in led and at is None
        if at != cell.station and not free:
            name = names.get(cell.station, cell.station)
            text = f"{group.name} should be at {name} {plan.when(cell.day, cell.round)}."
            subject = f"{cell.group}/{cell.day}/{cell.round}/{cell.station}"
            yield Broken(Rule.FIXED, subject, text, cell.day, cell.round)


def _counts(plan: JudgedPlan, group: GroupNeed) -> Iterator[Broken]:
    visits = plan.of(group)
    by_day = Counter((visit.day, visit.station.id) for visit in visits)
    in_all = Counter(visit.station.id for visit in visits)
    offers = {station.id: station for station in plan.problem.stations}
    for (day, station_id), count in sorted(by_day.items()):
        if count > (offer := offers[station_id]).most_per_day:
            text = f"{group.name} is at {offer.name} {_times(count)}{plan.on_day(day)}."
            yield Broken(Rule.MOST_PER_DAY, station_id, text, day)
    for offer in sorted(offers.values(), key=lambda one: one.id):
        if group.rotates and in_all[offer.id] < offer.least:
            text = f"{group.name} comes to {offer.name} {_of(in_all[offer.id], offer.least)}."
            yield Broken(Rule.LEAST, offer.id, text)
    for station_id, least in group.least:
        if in_all[station_id] < least:
            name = offers[station_id].name if station_id in offers else station_id
            text = f"{group.name} comes to {name} {_of(in_all[station_id], least)}."
            yield Broken(Rule.LEAST_OF_GROUP, f"{group.id}/{station_id}", text)


def _meetings(plan: JudgedPlan, group: GroupNeed) -> Iterator[Broken]:
    met = plan.meetings(group)
    for day, count in sorted(Counter(visit.day for visit in met).items()):
        if count > plan.problem.meetings_per_day:
            text = f"{group.name} meets the teacher {_times(count)}{plan.on_day(day)}."
            yield Broken(Rule.MEETINGS_PER_DAY, group.id, text, day)
    if len(met) < group.least_meetings:
        text = f"{group.name} meets the teacher {_of(len(met), group.least_meetings)}."
        yield Broken(Rule.LEAST_MEETINGS, group.id, text)
    for student in group.students:
        seen = sum(student not in visit.missing for visit in met)
        never_there = all(student in day.away for day in plan.problem.days)
        if seen < group.each_student_seen and not never_there:
            text = f"A student of {group.name} meets the teacher "
            text += f"{_of(seen, group.each_student_seen)}, being out of the room."
            yield Broken(Rule.EACH_STUDENT_SEEN, group.id, text)


def _orders(plan: JudgedPlan, group: GroupNeed) -> Iterator[Broken]:
    for visit in plan.of(group):
        for order in plan.problem.orders:
            if order.then == visit.station.id and not plan.problem.days[visit.day].sketch:
                yield from _came_before(plan, group, visit, order)


def _came_before(
    plan: JudgedPlan, group: GroupNeed, visit: PlannedVisit, order: Order
) -> Iterator[Broken]:
    earlier = (one for one in plan.of(group) if one.day == visit.day and one.round < visit.round)
    if all(one.station.id != order.first for one in earlier):
        names = {station.id: station.name for station in plan.problem.stations}
        text = f"{group.name} is at {visit.station.name} {plan.when(visit.day, visit.round)} "
        text += f"without {names.get(order.first, order.first)} before."
        yield Broken(Rule.ORDER, f"{order.first}/{order.then}", text, visit.day, visit.round)


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def _of(count: int, least: int) -> str:
    return f"{_times(count) if count else 'never'}, not {_times(least)}"
