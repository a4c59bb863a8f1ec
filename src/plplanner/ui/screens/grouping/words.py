"""The words of the Groups screen that more than one of its parts says."""

from datetime import date

MOVES_DROPPED = (
    "The groups were formed anew, so the students you had moved went back. "
    "Lock a student to keep her place."
)
FOR_YOU = "Scores and piles are for you. They never print for students or show on the board."


def day_words(day: date) -> str:
    """“Mon 23 Nov”."""
    return f"{day:%a} {day.day} {day:%b}"
