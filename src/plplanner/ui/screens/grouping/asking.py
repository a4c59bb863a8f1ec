"""What the teacher asks of the engine: every change forms groups anew."""

from collections.abc import Mapping
from dataclasses import replace

from plplanner.grouping.commands import set_choices
from plplanner.grouping.draft import USUAL_SIZE, Asked, Draft, SizeChoice
from plplanner.grouping.score_strip import scale_at
from plplanner.terms import GroupingStrategy
from plplanner.ui.desk import StepSession
from plplanner.ui.screens.grouping.viewmodel import GroupsModel
from plplanner.ui.screens.grouping.without_scores import CLASS_LIST


class AskingActs:
    """The row on top of one Groups screen, as acts."""

    def __init__(self, model: GroupsModel) -> None:
        """`model` holds what is asked now."""
        self._model = model

    def choose_basis(self, place: int) -> None:
        """Let groups rest on another assessment or standard, with the cuts it had last."""
        model = self._model
        if 0 <= place < len(model.facts.bases) and model.facts.bases[place] != model.asked.basis:
            basis = model.facts.bases[place]
            scale = model.cuts.of(basis)
            asked = replace(model.asked, basis=basis, scale=scale, anyway=False)
            self._ask(asked, f"Group by {basis.words}")

    def choose_strategy(self, strategy: GroupingStrategy) -> None:
        """Group in another way."""
        if strategy is not self._model.asked.strategy:
            self._ask(replace(self._model.asked, strategy=strategy), "Group in another way")

    def group_anyway(self) -> None:
        """Groups by need although the whole class stands at one level."""
        self._ask(replace(self._model.asked, anyway=True), "Group anyway")

    def group_without_scores(self, strategy: GroupingStrategy) -> None:
        """Groups from the class list alone."""
        model = self._model
        model.wants_class_list = True
        model.asked = replace(model.asked, strategy=strategy)
        model.refresh()

    def name_topics(self, topics: tuple[str, ...]) -> None:
        """What interest groups work on, or what a jigsaw has experts of."""
        self._ask(replace(self._model.asked, topics=topics), "Name topics")

    def enter_wishes(self, wishes: Mapping[int, tuple[str, ...]]) -> None:
        """Keep which topics students would like, best first, in one step."""
        model = self._model

        def act(session: StepSession) -> int:
            for student_id, topics in wishes.items():
                set_choices(
                    session, class_id=model.class_id or 0, student_id=student_id, topics=topics
                )
            return len(wishes)

        if wishes:
            model.stage.desk.do_together("Set choices of topics", act)
        else:
            model.form_anew()

    def take_better(self) -> None:
        """Put the better groups on the table that more work has found."""
        model = self._model
        if model.better is not None and model.draft is not None:
            with model.steps.step("Take better groups"):
                model.draft, model.better = Draft(model.draft.problem, model.better), None
            model.show()

    def try_mixed(self) -> None:
        """A mixed round, with as much change as it takes."""
        mixed = replace(self._model.asked, strategy=GroupingStrategy.MIXED, calm=0)
        self._ask(mixed, "Try a mixed round")

    def mix_for_weeks(self, size: SizeChoice) -> None:
        """Mixed groups of a size that can stay some weeks."""
        mixed = GroupingStrategy.MIXED
        self._ask(replace(self._model.asked, strategy=mixed, size=size, calm=0), "Mix groups")

    def choose_size(self, size: SizeChoice) -> None:
        """Ask for other sizes, or a number of groups."""
        if size != self._model.asked.size:
            self._ask(replace(self._model.asked, size=size), "Change the size of groups")

    def choose_calm(self, calm: int) -> None:
        """Say how much may change: 0 anything, 4 hardly anything."""
        if calm != self._model.asked.calm:
            self._ask(replace(self._model.asked, calm=calm), "Change how much may move")

    def move_cuts(self, *, nearly: int, secure: int) -> None:
        """Put the cuts at other steps of the strip."""
        model = self._model
        if model.shown.strip is not None and model.asked.basis is not None:
            scale = scale_at(model.shown.strip, nearly=nearly, secure=secure)
            if scale != model.asked.scale:
                model.cuts.keep(model.asked.basis, scale)
                self._ask(replace(model.asked, scale=scale, anyway=False), "Move a cut")

    def shuffle_names(self) -> None:
        """Deal other names and symbols; who is with whom stays, locked groups keep theirs."""
        self._ask(replace(self._model.asked, seed=self._model.asked.seed + 1), "Shuffle names")

    def propose_anew(self) -> None:
        """Form groups from the newest check; the saved ones stay until these are used."""
        model = self._model
        newer, need = model.newer, GroupingStrategy.NEED
        if not model.is_draft and newer is not None and model.asked.basis == CLASS_LIST:
            model.asked = replace(model.asked, strategy=need)  # there are scores to go by now
        if not model.is_draft and newer is not None:
            model.asked = replace(model.asked, basis=newer, scale=model.cuts.of(newer))
        model.form_anew()

    def keep_saved(self) -> None:
        """Put the draft aside."""
        model = self._model
        model.forming.cancel()
        model.is_draft, model.draft, model.impossible, model.note = False, None, None, ""
        if model.asked.basis is not None:
            model.cuts.forget(model.asked.basis)
        model.asked = replace(model.asked, locks=(), size=USUAL_SIZE)
        model.steps.forget()
        model.refresh()

    def _ask(self, asked: Asked, step: str) -> None:
        with self._model.steps.step(step):
            self._model.asked = asked
            self._model.form_anew()
