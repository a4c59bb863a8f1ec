"""A day with its time, as it is said everywhere."""

from datetime import datetime


def moment_words(moment: datetime) -> str:
    """`Fri 20 Nov 2026, 19:42`."""
    return f"{moment:%a} {moment.day} {moment:%b %Y, %H:%M}"
