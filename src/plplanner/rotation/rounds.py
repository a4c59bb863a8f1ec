"""How many rounds fit in a lesson, how long each is, and when each begins."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from plplanner.problems import Problem
from plplanner.records import record
from plplanner.rotation.rows import RotationProblem, RoundRow

COMFORTABLE_MINUTES = 12
SHORTEST_USEFUL_MINUTES = 10


class RoundLength(StrEnum):
    """What a round of so many minutes is good for."""

    COMFORTABLE = "comfortable"
    SHORT = "short"
    TOO_SHORT = "too_short"


@record(frozen=True)
class RoundChoice:
    """One line of the feasibility table: so many rounds leave so many minutes each."""

    rounds: int
    minutes: int
    length: RoundLength


def judge_round_length(minutes: int) -> RoundLength:
    """Twelve minutes and more are comfortable, fewer than ten are too short to settle."""
    if minutes < SHORTEST_USEFUL_MINUTES:
        return RoundLength.TOO_SHORT
    return RoundLength.SHORT if minutes < COMFORTABLE_MINUTES else RoundLength.COMFORTABLE


def round_length_words(minutes: int) -> str | None:
    """A warning for rounds that are short, in one sentence; None when they are comfortable."""
    match judge_round_length(minutes):
        case RoundLength.TOO_SHORT:
            return f"Rounds of {_minutes(minutes)} are too short for most tasks."
        case RoundLength.SHORT:
            return f"Rounds of {_minutes(minutes)} are short."
    return None


def round_minutes(*, minutes: int, rounds: int, launch: int, close: int, move: int) -> int:
    """Whole minutes per round; below 1 when so many rounds do not fit.

    There is one move into every round and one back to the seats, hence rounds + 1 moves.
    """
    return _left_for_rounds(minutes, rounds, launch, close, move) // rounds


def _left_for_rounds(minutes: int, rounds: int, launch: int, close: int, move: int) -> int:
    return minutes - launch - close - move * (rounds + 1)


def minutes_left(
    lengths: Sequence[int], *, minutes: int, launch: int, close: int, move: int
) -> int:
    """Minutes of a lesson that rounds of these lengths leave; below 0 when they do not fit."""
    return _left_for_rounds(minutes, len(lengths), launch, close, move) - sum(lengths)


def own_lengths(rounds: Sequence[RoundRow]) -> tuple[int, ...]:
    """How long each round is where they are not all alike; nothing where they are."""
    lengths = tuple(row.minutes for row in rounds)
    return lengths if len(set(lengths)) > 1 else ()


def alike_lengths(
    *, minutes: int, rounds: int, launch: int, close: int, move: int
) -> tuple[int, ...]:
    """So many rounds of one length, as long as they fit; nothing where they have no minute each."""
    length = round_minutes(minutes=minutes, rounds=rounds, launch=launch, close=close, move=move)
    return (length,) * rounds if length >= 1 else ()


def default_rounds(*, groups: int, minutes: int, launch: int, close: int, move: int) -> int:
    """As many rounds as there are groups, if each gets about twelve minutes; never none.

    R = min(G, floor((P − launch − close) / (12 + move))): 60 minutes and 4 groups give 3.
    """
    fitting = (minutes - launch - close) // (COMFORTABLE_MINUTES + move)
    return max(1, min(groups, fitting))


def round_choices(
    *, minutes: int, launch: int, close: int, move: int, most: int = 8
) -> tuple[RoundChoice, ...]:
    """The feasibility table for a lesson: 1 to `most` rounds, while each has a minute or more."""
    lengths = (
        (
            rounds,
            round_minutes(minutes=minutes, rounds=rounds, launch=launch, close=close, move=move),
        )
        for rounds in range(1, most + 1)
    )
    return tuple(
        RoundChoice(rounds=rounds, minutes=length, length=judge_round_length(length))
        for rounds, length in lengths
        if length >= 1
    )


def clock_rounds(problem: RotationProblem) -> tuple[RoundRow, ...]:
    """The rounds of one lesson with their times on the clock.

    The first begins after launch and one move, each next one after the round and one move. They
    have the lengths asked for as long as these fit; else all are alike. Raises Problem when the
    rounds asked for do not fit, or when not even one does.
    """
    _refuse_impossible_times(problem)
    lengths, rounds = problem.lengths, problem.rounds
    if lengths and rounds in (None, len(lengths)) and _have_room(problem, lengths):
        return rounds_on_clock(
            lengths, starts_at=problem.starts_at, launch=problem.launch, move=problem.move
        )
    if rounds is None:
        rounds = default_rounds(
            groups=len(problem.groups),
            minutes=problem.minutes,
            launch=problem.launch,
            close=problem.close,
            move=problem.move,
        )
    length = _fitting_length(problem, rounds)
    return rounds_on_clock(
        (length,) * rounds, starts_at=problem.starts_at, launch=problem.launch, move=problem.move
    )


def rounds_on_clock(
    lengths: Sequence[int], *, starts_at: time, launch: int, move: int
) -> tuple[RoundRow, ...]:
    """Rounds of these lengths one after the other, with one move before each."""
    first = datetime.combine(date.min, starts_at)
    return tuple(
        RoundRow(
            number=number,
            starts_at=_clock(first, launch + sum(lengths[: number - 1]) + move * number),
            minutes=length,
        )
        for number, length in enumerate(lengths, start=1)
    )


def _have_room(problem: RotationProblem, lengths: Sequence[int]) -> bool:
    left = minutes_left(
        lengths, minutes=problem.minutes, launch=problem.launch, close=problem.close,
        move=problem.move,
    )  # fmt: skip
    return left >= 0


def _clock(first: datetime, minutes: int) -> time:
    return (first + timedelta(minutes=minutes)).time()


def _fitting_length(problem: RotationProblem, rounds: int) -> int:
    minutes, launch, close, move = problem.minutes, problem.launch, problem.close, problem.move
    length = round_minutes(minutes=minutes, rounds=rounds, launch=launch, close=close, move=move)
    if length >= 1:
        return length
    choices = round_choices(minutes=minutes, launch=launch, close=close, move=move, most=rounds)
    if choices:
        most = choices[-1].rounds
        raise Problem(
            f"{_rounds(rounds)} do not fit in {_minutes(minutes)}.",
            f"Ask for {_rounds(most)} or fewer, make the launch or the close shorter, "
            "or spread the rotation over two days.",
        )
    raise Problem(
        f"No round fits in {_minutes(minutes)}: launch takes {launch}, close {close}, "
        f"and the two moves {2 * move}.",
        "Make the lesson longer, make the launch or the close shorter, "
        "or plan this day without a rotation.",
    )


def _refuse_impossible_times(problem: RotationProblem) -> None:
    if problem.rounds is not None and problem.rounds < 1:
        raise Problem("A rotation has at least one round.", "Ask for one round or more.")
    if min(problem.launch, problem.close, problem.move) < 0:
        raise Problem(
            "Launch, close and move cannot be shorter than 0 minutes.",
            "Set each of them to 0 or more.",
        )
    starts = datetime.combine(date.min, problem.starts_at)
    if problem.minutes > 0 and starts + timedelta(minutes=problem.minutes) > datetime.combine(
        date.min + timedelta(days=1), time.min
    ):
        raise Problem(
            f"A lesson of {_minutes(problem.minutes)} that begins at "
            f"{problem.starts_at.hour}:{problem.starts_at:%M} runs past midnight.",
            "Check when the lesson begins and how many minutes it has.",
        )


def _minutes(minutes: int) -> str:
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def _rounds(rounds: int) -> str:
    return "1 round" if rounds == 1 else f"{rounds} rounds"
