"""What the teacher does by hand: move, leave where she was, lock, and use the groups."""

from dataclasses import replace

from plplanner.grouping import commands
from plplanner.grouping.changes import with_stay
from plplanner.grouping.draft import with_lock_following, with_lock_toggled
from plplanner.roster.commands import mark_absent, mark_present
from plplanner.terms import GroupSetState
from plplanner.ui.screens.grouping.saving import what_to_save
from plplanner.ui.screens.grouping.viewmodel import GroupsModel


class ShapingActs:
    """The acts on students of one Groups screen: free in a draft, steps in saved groups."""

    def __init__(self, model: GroupsModel) -> None:
        """`model` holds the groups."""
        self._model = model

    def move_student(self, student_id: int, key: str) -> None:
        """Put a student into another group."""
        model = self._model
        pile = model.shown.pile_with(key)
        seat = model.shown.pile_of(student_id)
        if pile is None or (seat is not None and seat.identity.key == key):
            return
        if model.is_read_only:
            return
        if model.is_draft and model.draft is not None:
            name, word = model.name_of(student_id), pile.identity.word
            with model.steps.step(f"Move {name} to {word}"):
                model.draft = model.draft.with_move(student_id, key)
                locks = with_lock_following(model.asked.locks, student_id, pile.identity)
                model.asked = replace(model.asked, locks=locks)
            model.show()
        elif model.facts.saved is not None and pile.small_group_id is not None:
            model.stage.desk.do(
                commands.move_member,
                group_set_id=model.facts.saved.id,
                student_id=student_id,
                to=pile.small_group_id,
                name=model.name_of(student_id),
                word=pile.identity.word,
            )

    def move_back(self, student_id: int) -> None:
        """Put a student of a draft back where she was formed."""
        draft = self._model.draft
        if draft is not None and student_id in draft.moves:
            home = next(
                group.identity.key
                for group in draft.formed.groups
                if student_id in group.student_ids
            )
            self.move_student(student_id, home)

    def let_move(self, student_id: int, *, moves: bool) -> None:
        """Let a student of a draft move, or leave her in the group she had."""
        model = self._model
        if model.draft is not None and model.facts.before is not None:
            act = "Let {} move" if moves else "Leave {} where they were"
            with model.steps.step(act.format(model.name_of(student_id))):
                before = model.facts.before
                model.draft = with_stay(model.draft, before, student_id, stays=not moves)
            model.show()

    def toggle_lock(self, student_id: int) -> None:
        """Lock a student in her group, or let her go."""
        model = self._model
        pile = model.shown.pile_of(student_id)
        if pile is None or model.is_read_only:
            return
        if model.is_draft:
            locks = with_lock_toggled(model.asked.locks, student_id, pile.identity)
            act = "Lock" if len(locks) > len(model.asked.locks) else "Unlock"
            with model.steps.step(f"{act} {model.name_of(student_id)}"):
                model.asked = replace(model.asked, locks=locks)
            model.show()
        elif model.facts.saved is not None:
            is_locked = any(o.is_locked for o in pile.students if o.student_id == student_id)
            command = commands.unlock_member if is_locked else commands.lock_member
            name = model.name_of(student_id)
            model.stage.desk.do(
                command, group_set_id=model.facts.saved.id, student_id=student_id, name=name
            )

    def toggle_absent(self, student_id: int) -> None:
        """Mark a student absent on the day the groups are for, or here again."""
        model = self._model
        command = mark_present if student_id in model.facts.absent else mark_absent
        model.stage.desk.do(
            command,
            student_id=student_id,
            day=model.stage.choice.day,
            name=model.name_of(student_id),
        )

    def unlock_everyone(self) -> None:
        """Let everyone move again, and form groups anew."""
        with self._model.steps.step("Unlock everyone"):
            self._model.asked = replace(self._model.asked, locks=())
            self._model.form_anew()

    def use_groups(self) -> None:
        """Save the draft as the groups of today."""
        if self._save(GroupSetState.IN_USE) is not None:
            self._model.note = ""
            self._model.stage.wishes.say.emit("Groups saved.")

    def keep_for_later(self) -> None:
        """Save the draft beside the groups in use, to be looked at again."""
        if self._save(GroupSetState.DRAFT) is not None:
            self._model.stage.wishes.say.emit("The draft is kept in the history.")

    def _save(self, state: GroupSetState) -> int | None:
        model = self._model
        draft = model.draft
        if draft is None or model.asked.basis is None or not model.is_draft:
            return None
        model.forming.cancel()
        saved = what_to_save(model, draft)
        model.is_draft, model.draft = False, None
        made = model.stage.desk.do(commands.save_groups, **saved, state=state)
        if made is None:
            model.is_draft, model.draft = True, draft
            model.show()
        else:
            model.steps.forget()
        return made
