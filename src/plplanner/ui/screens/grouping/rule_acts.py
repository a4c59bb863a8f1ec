"""What the teacher does about rules: set, forget, mend, and loosen what cannot be kept."""

from collections.abc import Sequence

from plplanner.grouping import commands
from plplanner.grouping.draft import USUAL_SIZE
from plplanner.grouping.kept_rules import RuleState
from plplanner.grouping.rows import RuleToKeep
from plplanner.terms import RuleKind
from plplanner.ui.screens.grouping.viewmodel import GroupsModel

_UNLOCK = "Unlock everyone"


class RuleActs:
    """The acts on rules of one Groups screen."""

    def __init__(self, model: GroupsModel) -> None:
        """`model` holds the groups the rules are about."""
        self._model = model

    def add_rule(self, kind: RuleKind, student_ids: Sequence[int]) -> bool:
        """Keep students apart, or together; whether it was taken."""
        desk, class_id = self._model.stage.desk, self._model.stage.choice.class_id
        if class_id is None:
            return False
        made = desk.do(commands.add_rule, class_id=class_id, kind=kind, student_ids=student_ids)
        return made is not None

    def remove_rule(self, rule: RuleToKeep) -> None:
        """Forget a rule, and say so with Undo."""
        if rule.id is None:
            return
        stage, sequence = self._model.stage, self._model.stage.desk.planner.sequence
        stage.desk.do(commands.remove_rule, rule_id=rule.id)
        if stage.desk.planner.sequence != sequence:
            stage.wishes.say.emit(f"Removed the rule “{rule.name}”.")

    def mend(self, state: RuleState) -> None:
        """Make the one move that mends a broken rule."""
        if state.mend is not None:
            self._model.move_student(*state.mend)

    @property
    def way_out(self) -> str:
        """What one button does about groups that cannot be formed."""
        rule = self._rule_in_the_way()
        if rule is not None:
            return f"Remove “{rule.name}”"
        return _UNLOCK if self._are_locks_in_the_way() else "Use the usual size"

    def loosen(self) -> None:
        """Take that way out."""
        rule = self._rule_in_the_way()
        if rule is not None:
            self.remove_rule(rule)
        elif self._are_locks_in_the_way():
            self._model.unlock_everyone()
        else:
            self._model.choose_size(USUAL_SIZE)

    def _named(self) -> tuple[str, ...]:
        impossible = self._model.impossible
        return impossible.rules if impossible else ()

    def _rule_in_the_way(self) -> RuleToKeep | None:
        named = self._named()
        return next((one for one in reversed(self._model.rules) if one.name in named), None)

    def _are_locks_in_the_way(self) -> bool:
        return bool(self._model.asked.locks) and any(" locked in " in one for one in self._named())
