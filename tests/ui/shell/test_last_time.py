from datetime import datetime

import pytest

from plplanner.ui.shell.last_time import last_time_words

NOW = datetime(2026, 11, 20, 22, 5)


@pytest.mark.parametrize(
    ("saved_at", "said"),
    [
        (datetime(2026, 11, 20, 21, 43), "Everything up to 21:43 is saved."),
        (datetime(2026, 11, 19, 21, 43), "Everything up to Thu 19 Nov 2026, 21:43 is saved."),
        (None, "The step it was saving then is undone; everything before it is saved."),
    ],
)
def test_it_says_what_is_saved_in_one_line(saved_at, said):
    words = last_time_words(saved_at, now=NOW)
    assert words == f"plplanner did not close properly last time. {said}"
