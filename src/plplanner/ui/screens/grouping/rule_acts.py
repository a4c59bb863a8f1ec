"""What the teacher does about rules: set, forget, mend, and loosen what cannot be kept."""

from dataclasses import replace
from datetime import date

from plplanner.grouping import commands
from plplanner.grouping.draft import USUAL_SIZE, SizeChoice
from plplanner.grouping.kept_rules import RuleState
from plplanner.grouping.rows import RuleToKeep, WayOut
from plplanner.roster.commands import add_tag, remove_tag
from plplanner.terms import GroupingStrategy
from plplanner.ui.desk import StepSession
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.new_rule import OF_A_TAG, NewRule
from plplanner.ui.screens.grouping.shaping import ShapingActs
from plplanner.ui.screens.grouping.viewmodel import GroupsModel


class RuleActs:
    """The acts on rules of one Groups screen."""

    def __init__(self, model: GroupsModel) -> None:
        """`model` holds the groups the rules are about."""
        self._model = model
        self._asking, self._shaping = AskingActs(model), ShapingActs(model)

    def add_rule(self, rule: NewRule) -> bool:
        """Set a rule; whether it was taken. A rule about a tag gives the tag to who is ticked."""
        desk, class_id = self._model.stage.desk, self._model.stage.choice.class_id
        if class_id is None:
            return False

        def act(session: StepSession) -> int:
            if rule.kind in OF_A_TAG:
                self._tag(session, rule)
            return commands.add_rule(
                session,
                class_id=class_id,
                kind=rule.kind,
                student_ids=() if rule.kind in OF_A_TAG else rule.student_ids,
                tag=rule.tag,
                count=rule.count,
                identity_key=rule.identity_key,
                starts_on=rule.starts_on,
                ends_on=rule.ends_on,
                why=rule.why,
            )

        return desk.do_together("Add a rule for groups", act) is not None

    def change_dates(self, rule: RuleToKeep, starts_on: date | None, ends_on: date | None) -> None:
        """Let a rule hold from a day until another; nothing is done for the days it has."""
        if rule.id is not None and (starts_on, ends_on) != (rule.starts_on, rule.ends_on):
            self._model.stage.desk.do(
                commands.change_rule_dates, rule_id=rule.id, starts_on=starts_on, ends_on=ends_on
            )

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
            self._shaping.move_student(*state.mend)

    def ways_out(self) -> tuple[WayOut, ...]:
        """What can be done about groups that cannot be formed, the least change first."""
        impossible = self._model.impossible
        return impossible.ways_out if impossible is not None else ()

    def take(self, way: WayOut) -> None:
        """Take one way out, in one click."""
        model = self._model
        asked = model.asked
        rules = [rule for rule in model.facts.rules if rule.id in way.drop]
        if way.unlock:
            locks = tuple(lock for lock in model.asked.locks if lock.student_id not in way.unlock)
            asked = replace(asked, locks=locks)
        asked = replace(asked, size=_size_after(asked.size, way))
        if rules or way.soften:
            model.asked = asked
            model.stage.desk.do_together(way.words, lambda session: self._loosen(session, way))
            model.stage.wishes.say.emit(f"{way.words}.")
        else:
            with model.steps.step(way.words):
                model.asked = asked
                model.form_anew()

    def group_by_need(self) -> None:
        """Back to the way that needs nothing but scores."""
        self._asking.choose_strategy(GroupingStrategy.NEED)

    def use_usual_size(self) -> None:
        """Back to groups of about six."""
        self._asking.choose_size(USUAL_SIZE)

    def _loosen(self, session: StepSession, way: WayOut) -> None:
        for rule_id in way.drop:
            commands.remove_rule(session, rule_id=rule_id)
        for rule_id, count in way.soften:
            commands.change_rule(session, rule_id=rule_id, count=count)

    def _tag(self, session: StepSession, rule: NewRule) -> None:
        had = {one for one, tags in self._model.facts.tags.items() if rule.tag in tags}
        for student_id in rule.student_ids:
            if student_id not in had:
                add_tag(session, student_id=student_id, tag=rule.tag)
        for student_id in sorted(had - set(rule.student_ids)):
            remove_tag(session, student_id=student_id, tag=rule.tag)


def _size_after(size: SizeChoice, way: WayOut) -> SizeChoice:
    """The size asked for after a way out; the same where it does not speak of sizes."""
    if way.groups is not None:
        return SizeChoice(f"{way.groups} groups", groups=way.groups)
    if way.any_number:
        return replace(USUAL_SIZE) if size.size is None else size
    if way.smallest is None and way.largest is None:
        return size
    low, high = size.size or (5, 8)
    low, high = way.smallest or low, way.largest or high
    return SizeChoice(f"{low}–{high}", size=(low, high))
