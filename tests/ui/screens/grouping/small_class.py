"""A class of twelve, so that groups are formed in a blink; made once, handed out as bytes."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from plplanner.grouping.commands import add_rule, save_groups
from plplanner.grouping.names_kept import groups_before
from plplanner.grouping.rows import GroupingProposal, GroupProposal, Reason
from plplanner.grouping.saved.queries import newest_groups
from plplanner.library.commands import add_standard
from plplanner.roster.commands import add_class, add_students
from plplanner.roster.queries import students_of_class
from plplanner.roster.rows import NewStudent
from plplanner.terms import GROUP_IDENTITIES, GroupingStrategy, MasteryLevel, RuleKind
from tests.builders import TODAY, a_planner, an_assessment

NAMES = (
    "Ana",
    "Ben",
    "Cy",
    "Dee",
    "Eli",
    "Finn",
    "Luz",
    "Mateo",
    "Maya",
    "Noor",
    "Rosa",
    "Wanjiru",
)
BEFORE = [1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, None]
NOW = [1, 2, 2, 2, 3, 3, 5, 3, 3, 4, 5, 4]
EARLIER = (date(2026, 10, 29), date(2026, 11, 5), date(2026, 11, 12))
LOW, MIDDLE, HIGH = MasteryLevel.NOT_YET, MasteryLevel.NEARLY, MasteryLevel.SECURE


@cache
def twelve() -> bytes:
    """Two exit tickets, two rules, no groups yet."""
    with TemporaryDirectory() as folder:
        with a_planner(Path(folder)) as planner:
            first = planner.do(add_standard, code="3.NF.A.1", text="Unit fractions")
            second = planner.do(add_standard, code="3.NF.A.2", text="Fractions on a line")
            class_id = planner.do(add_class, name="Math 3")
            new = [NewStudent(last=f"L{name}", first=name) for name in NAMES]
            planner.do(add_students, class_id=class_id, students=new, entered_on=TODAY)
            an_assessment(
                planner,
                class_id,
                title="Exit ticket: unit fractions",
                points=BEFORE,
                taken_on=date(2026, 11, 11),
                standard_ids=(first,),
            )
            an_assessment(
                planner,
                class_id,
                title="Exit ticket: fractions on a line",
                points=NOW,
                taken_on=date(2026, 11, 19),
                standard_ids=(second,),
            )
            ids = {row.name: row.id for row in planner.ask(students_of_class, class_id=class_id)}
            for kind, pair in (
                (RuleKind.APART, ("Ana", "Finn")),
                (RuleKind.TOGETHER, ("Mateo", "Luz")),
            ):
                planner.do(
                    add_rule, class_id=class_id, kind=kind, student_ids=[ids[n] for n in pair]
                )
        return planner.path.read_bytes()


@cache
def twelve_with_history() -> bytes:
    """The same, in River (Ana to Dee), Comet (Eli to Mateo) and Maple, the same three weeks."""
    with TemporaryDirectory() as folder:
        with a_planner(Path(folder), holding=twelve()) as planner:
            ids = [row.id for row in planner.ask(students_of_class, class_id=1)]
            for number, day in enumerate(EARLIER):
                turned = ids if number else ids[::-1]
                _save(planner, turned, day, assessment_id=1)
        return planner.path.read_bytes()


@cache
def twelve_planned() -> bytes:
    """The same, with groups of Friday 20 November from the newest exit ticket."""
    with TemporaryDirectory() as folder:
        with a_planner(Path(folder), holding=twelve()) as planner:
            ids = [row.id for row in planner.ask(students_of_class, class_id=1)]
            _save(planner, ids, TODAY, assessment_id=2)
        return planner.path.read_bytes()


def before(planner):
    """The groups the class has, as a new grouping sees them."""
    return groups_before(planner.ask(newest_groups, class_id=1))


def _save(planner, ids, day, *, assessment_id):
    levels = (LOW, MIDDLE, HIGH)
    groups = tuple(
        GroupProposal(GROUP_IDENTITIES[n], tuple(ids[4 * n : 4 * n + 4]), levels[n])
        for n in range(3)
    )
    reasons = tuple(Reason(one, "Formed before.") for one in ids)
    titles = {1: "“Exit ticket: unit fractions”, Wed 11 Nov",
              2: "“Exit ticket: fractions on a line”, Thu 19 Nov"}  # fmt: skip
    planner.do(
        save_groups,
        class_id=1,
        created_on=day,
        basis=titles[assessment_id],
        strategy=GroupingStrategy.NEED,
        seed=0,
        proposal=GroupingProposal(groups, reasons, 0, None, "feasible"),
        assessment_id=assessment_id,
        standard_id=assessment_id,
    )
