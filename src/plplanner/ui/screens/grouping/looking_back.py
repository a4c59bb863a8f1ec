"""Groups of an earlier day: looked at, compared with those in use, and used again."""

from datetime import date

from plplanner.grouping import commands
from plplanner.grouping.saved.rows import PastGroups
from plplanner.terms import GroupSetState
from plplanner.ui.desk import StepSession
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screens.grouping.history_row import NOW
from plplanner.ui.screens.grouping.viewmodel import GroupsModel


class LookingBack:
    """The acts on the history of one Groups screen."""

    def __init__(self, model: GroupsModel) -> None:
        """`model` holds the history."""
        self._model = model

    def look_at(self, group_set_id: int) -> None:
        """Put earlier groups on the table, to read only; `NOW` puts them away."""
        model = self._model
        model.past_id = None if group_set_id in (NOW, self._shown_anyway()) else group_set_id
        model.show()

    def use_again(self) -> None:
        """Make the groups on the table those of today; a draft is put aside."""
        model, past = self._model, self._model.past
        if past is None:
            return
        was_draft, draft = model.is_draft, model.draft
        model.past_id, model.is_draft, model.draft = None, False, None
        desk, today = model.stage.desk, model.stage.clock().date()
        made: object
        if past.state is GroupSetState.DRAFT:
            desk.do_together("Use groups", lambda session: _use(session, past, today))
            made = desk.did_step or None
        else:
            made = desk.do(commands.reuse_groups, group_set_id=past.id, created_on=today)
        if made is None:
            model.is_draft, model.draft = was_draft, draft
            model.show()
        else:
            model.steps.forget()
            day = day_words(past.created_on)
            is_draft = past.state is GroupSetState.DRAFT
            said = f"The draft of {day} is used." if is_draft else f"The groups of {day} are back."
            if is_draft and past.starts_on is not None:
                said = f"The groups planned for {day_words(past.starts_on)} are used."
            model.stage.wishes.say.emit(said)

    def _shown_anyway(self) -> int:
        """The groups in use need no looking back while there is no draft over them."""
        model, newest = self._model, self._model.facts.newest
        return newest.id if newest is not None and not model.is_draft else NOW


def _use(session: StepSession, past: PastGroups, today: date) -> None:
    """A draft becomes the groups of the day it is used on, also when it was made before others."""
    if past.created_on == today and past.starts_on is None:
        commands.use_draft(session, group_set_id=past.id)
    else:
        commands.reuse_groups(session, group_set_id=past.id, created_on=today)
        commands.remove_groups(session, group_set_id=past.id)
