"""Who meets the teacher today: need buys frequency, and nobody waits longer than a week.

The rule, in whole numbers. A group that was met last lesson has waited 0 lessons.

1. A group that has waited 4 lessons, or was never met, must be met today. Today must also take
   as many of the groups that fall due in the next lessons as those lessons could not hold:
   of the groups with at most d lessons to spare, all but `places × d`. If that could be kept
   yesterday, it can be kept today (Hall's condition on unit jobs with deadlines), so with the
   same groups and places, and no more than five groups to a place, nobody ever waits more
   than 4 lessons.
2. The places left go to the largest claim: (lessons waited + 1) × 2 for a secure group, × 5 for
   a nearly one, × 21 for a not-yet one. So a group that needs the teacher most gives way only to
   groups that must be met, and equal groups take turns.
3. Equal claims go to the longer wait, and then by an order that is drawn every week and moves
   on by one place every weekday, blind to need, so that equal groups miss equally often.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from plplanner.calendar.school_days import next_school_day
from plplanner.rotation.rows import GroupToRotate

LONGEST_WAIT = 4
_CLAIM_BY_NEED = (2, 5, 21)
_WAIT_CAP = 40


def neutral_draw(seed: int, purpose: str, key: str) -> int:
    """A number drawn from seed, purpose and key: the same on every machine, blind to need."""
    return int.from_bytes(sha256(f"{seed}|{purpose}|{key}".encode()).digest()[:8], "big")


def order_of_the_day(
    keys: Collection[str], *, purpose: str, day: date, seed: int
) -> dict[str, int]:
    """Each key's place in today's turn, from 0; blind to everything but seed and date."""
    week = day.toordinal() - day.weekday()
    drawn = sorted(keys, key=lambda key: (neutral_draw(seed, f"{purpose} {week}", key), key))
    return {key: (place + day.weekday()) % len(drawn) for place, key in enumerate(drawn)}


def lessons_waited(group: GroupToRotate) -> int:
    """Lessons without the teacher so far; a group never met counts as overdue by one."""
    since = group.lessons_since_teacher
    return LONGEST_WAIT + 1 if since is None else min(max(since, 0), _WAIT_CAP)


def teacher_claim(group: GroupToRotate) -> int:
    """How strongly a group claims a free place at the teacher table; larger goes first."""
    need = min(max(group.need, 0), len(_CLAIM_BY_NEED) - 1)
    return (lessons_waited(group) + 1) * _CLAIM_BY_NEED[need]


def groups_due(
    groups: Sequence[GroupToRotate], *, places: int, ties: Mapping[str, int]
) -> list[GroupToRotate]:
    """The groups that must be met today so that none waits more than 4 lessons; at most `places`.

    `ties` is today's order of the groups' keys. Where more are overdue than there are places,
    those who waited longest come first.
    """
    due: list[GroupToRotate] = []
    for spare in range(LONGEST_WAIT + 1):
        near = [group for group in groups if LONGEST_WAIT - lessons_waited(group) <= spare]
        missing = min(places, len(near) - places * spare) - sum(group in due for group in near)
        if missing > 0:
            line = _line([group for group in near if group not in due], ties, by_wait=spare == 0)
            due += line[:missing]
    return due[:places]


def groups_met(
    groups: Sequence[GroupToRotate], *, places: int, ties: Mapping[str, int]
) -> list[GroupToRotate]:
    """Who meets the teacher in one lesson, if nothing but need and waiting counted."""
    due = groups_due(groups, places=places, ties=ties)
    others = _line([group for group in groups if group not in due], ties, by_wait=False)
    return due + others[: max(0, places - len(due))]


def lessons_until_met(
    groups: Sequence[GroupToRotate], *, met: Collection[int], places: int, day: date, seed: int
) -> dict[int, int]:
    """In how many lessons each group left out today comes to the teacher (1: the next one).

    `met` are the ids of the groups met today. Holds for the same groups and places on weekdays
    in a row, without pull-outs; a group without a turn within 10 lessons is not in the answer.
    """
    waiting = {group.group_id for group in groups} - set(met)
    ahead_of: dict[int, int] = {}
    for ahead in range(1, 11):
        if not waiting or places < 1:
            break
        groups = [after_lesson(group, was_met=group.group_id in met) for group in groups]
        day = next_school_day(day, ())
        ties = claim_ties(groups, day=day, seed=seed)
        met = {group.group_id for group in groups_met(groups, places=places, ties=ties)}
        ahead_of |= dict.fromkeys(waiting & met, ahead)
        waiting -= met
    return ahead_of


def after_lesson(group: GroupToRotate, *, was_met: bool) -> GroupToRotate:
    """The group as the next lesson sees it."""
    if was_met:
        return replace(group, lessons_since_teacher=0)
    if group.lessons_since_teacher is None:
        return group
    return replace(group, lessons_since_teacher=group.lessons_since_teacher + 1)


def claim_ties(groups: Collection[GroupToRotate], *, day: date, seed: int) -> dict[str, int]:
    """Today's order between groups with equal claims, apart from their order in the day."""
    keys = [group.key for group in groups]
    return order_of_the_day(keys, purpose="claim", day=day, seed=seed)


def _line(
    groups: Sequence[GroupToRotate], ties: Mapping[str, int], *, by_wait: bool
) -> list[GroupToRotate]:
    """The groups in the order they come to the teacher; where many are overdue, by wait first."""

    def place(group: GroupToRotate) -> tuple[int, int, int, int]:
        waited, claim = lessons_waited(group), teacher_claim(group)
        return -waited if by_wait else 0, -claim, -waited, ties[group.key]

    return sorted(groups, key=place)
