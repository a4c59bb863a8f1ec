"""When rounds get too short: what the teacher can choose instead, with the minutes of each."""

from enum import StrEnum

from plplanner.records import record
from plplanner.rotation.rounds import (
    COMFORTABLE_MINUTES,
    RoundLength,
    judge_round_length,
    round_minutes,
)

_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five"}
_MOST_DAYS = 5


class TimeChoiceKind(StrEnum):
    """How a lesson can do with its minutes."""

    FEWER_ROUNDS = "fewer_rounds"
    MORE_DAYS = "more_days"
    MUST_SEE = "must_see"


@record(frozen=True)
class TimeChoice:
    """So many rounds a day of so many minutes, over so many days."""

    kind: TimeChoiceKind
    rounds: int
    minutes: int
    days: int
    words: str


@record(frozen=True)
class TimeQuestion:
    """A question for the teacher, and what she can choose."""

    words: str
    choices: tuple[TimeChoice, ...]


@record(frozen=True)
class LessonMinutes:
    """A period in whole minutes, with what launch, close and each move take."""

    minutes: int
    launch: int = 8
    close: int = 5
    move: int = 2

    def each(self, rounds: int) -> int:
        """Minutes per round when there are so many; below 1 when they do not fit."""
        return round_minutes(
            minutes=self.minutes,
            rounds=rounds,
            launch=self.launch,
            close=self.close,
            move=self.move,
        )


def time_question(lesson: LessonMinutes, *, rounds: int) -> TimeQuestion | None:
    """“4 rounds leave 9 minutes each: 3 rounds, two days, or must-see?”; None when they suffice."""
    each = lesson.each(rounds)
    if judge_round_length(each) is not RoundLength.TOO_SHORT or rounds < 2:
        return None
    fewer = _most_rounds(lesson, rounds)
    if fewer is None:
        return TimeQuestion(f"No round of 10 minutes fits in {lesson.minutes}.", ())
    choices = [_fewer(lesson, fewer)]
    days = _fewest_days(lesson, rounds)
    if days is not None:
        choices.append(_spread(lesson, rounds, days))
    choices.append(_must_see(lesson, fewer, rounds))
    short = [_rounds(fewer), *([f"{_NUMBERS[days]} days"] if days else ()), "must-see"]
    asked = f"{', '.join(short[:-1])}{',' if len(short) > 2 else ''} or {short[-1]}?"
    leave = (
        f"leave {each} {'minute' if each == 1 else 'minutes'} each" if each > 0 else "do not fit"
    )
    return TimeQuestion(f"{_rounds(rounds)} {leave}: {asked}", tuple(choices))


def _most_rounds(lesson: LessonMinutes, rounds: int) -> int | None:
    """The most rounds that are comfortable; if none is, the most that are not too short."""
    fewer = range(rounds - 1, 0, -1)
    comfortable = (one for one in fewer if lesson.each(one) >= COMFORTABLE_MINUTES)
    bearable = (
        one for one in fewer if judge_round_length(lesson.each(one)) is not RoundLength.TOO_SHORT
    )
    return next(comfortable, None) or next(bearable, None)


def _fewest_days(lesson: LessonMinutes, rounds: int) -> int | None:
    days = range(2, _MOST_DAYS + 1)
    return next(
        (one for one in days if lesson.each(-(-rounds // one)) >= COMFORTABLE_MINUTES), None
    )


def _fewer(lesson: LessonMinutes, rounds: int) -> TimeChoice:
    each = lesson.each(rounds)
    words = f"{_rounds(rounds)} of {each} minutes; who has no turn today comes first next time."
    return TimeChoice(TimeChoiceKind.FEWER_ROUNDS, rounds, each, 1, words)


def _spread(lesson: LessonMinutes, rounds: int, days: int) -> TimeChoice:
    a_day = -(-rounds // days)
    each = lesson.each(a_day)
    words = f"All {rounds} over {_NUMBERS[days]} days: {_rounds(a_day)} a day of {each} minutes."
    return TimeChoice(TimeChoiceKind.MORE_DAYS, a_day, each, days, words)


def _must_see(lesson: LessonMinutes, fewer: int, rounds: int) -> TimeChoice:
    each = lesson.each(fewer)
    words = f"{_rounds(fewer)} of {each} minutes: you name the must-sees, and each group "
    words += f"skips {rounds - fewer} of the rest."
    return TimeChoice(TimeChoiceKind.MUST_SEE, fewer, each, 1, words)


def _rounds(count: int) -> str:
    return "1 round" if count == 1 else f"{count} rounds"
