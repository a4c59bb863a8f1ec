"""Problem: the one way to tell the teacher that something needs her, in plain words."""

from enum import Enum


class WhoMends(Enum):
    """Who can mend a problem: the teacher, or whoever looks after this computer."""

    TEACHER = "teacher"
    MACHINE = "machine"


class Problem(Exception):  # noqa: N818 - the teacher's word, not an error of ours
    """What happened, and what the teacher can do next; raised when she can mend it.

    `what` is a full sentence that names the thing; `next_step` is a full sentence that says
    what to do. Both are shown as they stand, so neither holds jargon, blame or a traceback.
    `choices` are names one of which lets the same be tried again, () where there are none.
    """

    def __init__(
        self,
        what: str,
        next_step: str,
        *,
        who_mends: WhoMends = WhoMends.TEACHER,
        choices: tuple[str, ...] = (),
    ) -> None:
        self.what = what
        self.next_step = next_step
        self.who_mends = who_mends
        self.choices = choices
        super().__init__(f"{what} {next_step}")
