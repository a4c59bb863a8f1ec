"""What is said once after the program was ended without being closed."""

from datetime import datetime

from plplanner.ui.kit.moments import clock_words, moment_words

_ENDED = "plplanner did not close properly last time."


def last_time_words(saved_at: datetime | None, *, now: datetime) -> str:
    """What is saved: up to when, or all but the step that was under way (None)."""
    if saved_at is None:
        return f"{_ENDED} The step it was saving then is undone; everything before it is saved."
    is_today = saved_at.date() == now.date()
    when = clock_words(saved_at) if is_today else moment_words(saved_at)
    return f"{_ENDED} Everything up to {when} is saved."
