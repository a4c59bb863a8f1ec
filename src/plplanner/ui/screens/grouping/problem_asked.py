"""What the teacher asks of the engine, as the problem it gets."""

from collections.abc import Sequence
from dataclasses import replace

from plplanner.grouping.draft import Asked
from plplanner.grouping.queries import further_needs
from plplanner.grouping.rows import FurtherNeeds, GroupingProblem, StudentToGroup
from plplanner.grouping.usual_problem import usual_problem
from plplanner.terms import GroupingStrategy
from plplanner.ui.screens.grouping.class_facts import ClassFacts
from plplanner.ui.stage import Stage

# These need scores alone, unless a rule speaks of tags.
_FROM_SCORES = frozenset(
    {GroupingStrategy.NEED, GroupingStrategy.MIXED, GroupingStrategy.RANDOM,
     GroupingStrategy.BY_HAND}
)  # fmt: skip


def problem_asked(
    stage: Stage,
    facts: ClassFacts,
    asked: Asked,
    *,
    evidence: Sequence[StudentToGroup],
    class_id: int,
) -> GroupingProblem:
    """The class as it is; names stay with the groups that go on until they have been shuffled.

    Absent students are seated too: their place waits for them.
    """
    usual = usual_problem(
        evidence,
        facts.rules,
        size=asked.size.size,
        groups=asked.size.groups,
        seed=asked.seed,
        locks=asked.locks,
    )
    return replace(
        usual,
        strategy=asked.strategy,
        calm=asked.calm,
        keep_names=asked.seed == 0,
        earlier=facts.earlier,
        further=_further(stage, facts, asked, class_id=class_id),
    )


def _further(stage: Stage, facts: ClassFacts, asked: Asked, *, class_id: int) -> FurtherNeeds:
    """What the way to group needs besides scores; not asked for where nothing does."""
    has_tags = any(rule.tag for rule in facts.rules)
    if asked.strategy in _FROM_SCORES and not has_tags:
        return FurtherNeeds()
    every_target = dict.fromkeys(code for one in facts.bases for code in one.codes)
    return stage.desk.ask(
        further_needs,
        class_id=class_id,
        on=stage.clock().date(),
        targets=asked.targets or tuple(every_target),
        topics=asked.topics,
    )
