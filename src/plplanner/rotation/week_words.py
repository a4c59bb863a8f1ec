"""A proposed week in a sentence: how often each group meets the teacher."""

from collections.abc import Mapping, Sequence

_TIMES = {1: "once", 2: "twice"}


def week_words(times: Mapping[str, int], needs: Mapping[str, int]) -> str:
    """How often groups, by their words, meet the teacher; those of the greatest need are named so.

    `needs` are as in `GroupToRotate`.
    """
    if not times:
        return ""
    fewest, most = min(times.values()), max(times.values())
    if fewest == most:
        return f"Every group meets you {_often(most)}."
    never = [word for word, count in times.items() if not count]
    often = [word for word, count in times.items() if count == most]
    says = f"{_listed(often)} {_meet(often)} you {_often(most)}{_for_need(often, times, needs)}"
    if never:
        do = "does" if len(never) == 1 else "do"
        return f"{says}. {_listed(never)} {do} not meet you."
    return f"{says}; everyone at least {_often(fewest)}."


def _for_need(often: Sequence[str], times: Mapping[str, int], needs: Mapping[str, int]) -> str:
    """Only where it is so: nobody else needs it as much."""
    rest = [needs.get(word, 0) for word in times if word not in often]
    is_need = all(needs.get(word, 0) > max(rest, default=0) for word in often)
    return ", where the need is greatest" if is_need else ""


def _often(count: int) -> str:
    return _TIMES.get(count, f"{count} times")


def _meet(words: Sequence[str]) -> str:
    return "meets" if len(words) == 1 else "meet"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
