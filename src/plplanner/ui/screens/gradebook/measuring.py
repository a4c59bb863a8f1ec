"""What assessments measure: standards typed, read in a title, or taken from today's plan."""

from collections.abc import Sequence

from plplanner.grouping.saved.queries import newest_groups
from plplanner.importing.titles import standards_in_title
from plplanner.library.codes import is_same_standard
from plplanner.library.commands import add_standard
from plplanner.library.rows import StandardRow
from plplanner.library.tagging import meant_codes, new_codes
from plplanner.rotation.queries import plan_on
from plplanner.ui.desk import StepSession
from plplanner.ui.kit.part_ahead import BETWEEN
from plplanner.ui.stage import Stage


def offers_of(known: Sequence[StandardRow]) -> list[str]:
    """Each standard in a line, its code first."""
    said = ((row.code, row.i_can or row.text) for row in known)
    return [f"{code}{BETWEEN}{words}" if words else code for code, words in said]


def codes_in_title(title: str, known: Sequence[StandardRow]) -> list[str]:
    """The codes a title holds, as the standards of the planner are written; as an import reads."""
    return meant_codes(", ".join(standards_in_title(title)), [row.code for row in known])


def todays_standard(stage: Stage) -> int | None:
    """The standard of the groups that today's plan is for; None without a plan or a standard."""
    class_id = stage.choice.class_id
    if class_id is None:
        return None
    ask = stage.desk.ask
    plan, groups = (
        ask(plan_on, class_id=class_id, day=stage.choice.today),
        ask(newest_groups, class_id=class_id),
    )
    is_of_plan = plan is not None and groups is not None and plan.group_set_id == groups.id
    return groups.standard_id if is_of_plan and groups is not None else None


def ids_of(session: StepSession, codes: Sequence[str], known: Sequence[StandardRow]) -> list[int]:
    """The ids of these standards; those nobody knows yet are added in the same step."""
    found = []
    for code in codes:
        same = next((row.id for row in known if is_same_standard(row.code, code)), None)
        found.append(add_standard(session, code=code) if same is None else same)
    return found


def said_of_new(codes: Sequence[str], known: Sequence[StandardRow]) -> str:
    """“3.NF.B.9 is a new standard of your own.”; empty when all are known."""
    new = new_codes(codes, [row.code for row in known])
    verb = "is a new standard" if len(new) == 1 else "are new standards"
    return f"{', '.join(new)} {verb} of your own." if new else ""
