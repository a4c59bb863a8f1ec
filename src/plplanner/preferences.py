"""Facts about this computer, not about a class: where planners live, which paper is loaded."""

import os
from dataclasses import dataclass
from pathlib import Path

from plplanner.terms import Paper

_LETTER_TERRITORIES = {"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "PR", "VE"}


@dataclass(frozen=True)
class Preferences:
    """What this computer prefers; passed in from the composition root, never global."""

    planner_folder: Path
    paper: Paper


def preferences_of_this_computer() -> Preferences:
    """The preferences as this computer's surroundings suggest them."""
    import platformdirs  # noqa: PLC0415 - only verbs that look for a planner pay for it

    return Preferences(
        planner_folder=Path(platformdirs.user_data_dir("plplanner", appauthor=False)),
        paper=paper_for_locale(os.environ.get("LC_PAPER") or os.environ.get("LANG") or ""),
    )


def paper_for_locale(locale_name: str) -> Paper:
    """The paper a country loads: Letter in North America and a few others, else A4.

    `locale_name` is like `en_US.UTF-8`. No territory at all (`C`) means Letter.
    """
    territory = locale_name.partition(".")[0].partition("_")[2]
    return Paper.LETTER if not territory or territory in _LETTER_TERRITORIES else Paper.A4
