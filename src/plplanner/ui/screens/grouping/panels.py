"""Which words and buttons stand where: in the banner over the piles, and in the panel beside."""

from collections.abc import Callable

from plplanner.grouping.whole_class import is_at_one_level
from plplanner.terms import GroupingStrategy, GroupSetState
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screens.grouping.history_row import NOW
from plplanner.ui.screens.grouping.parts import Parts
from plplanner.ui.screens.grouping.popovers import Popovers
from plplanner.ui.screens.grouping.without_scores import is_without_scores

Act = tuple[str, Callable[[], object]]

_MOST_WAYS_OUT = 3
_WHERE_TO_ENTER = {
    GroupingStrategy.MAKE_UP: ("scores", "Go to Scores"),
    GroupingStrategy.LANGUAGE_PAIRS: ("students", "Go to Students"),
}


class Panels:
    """One primary button at a time: in the drawer while it is open, else in the banner."""

    def __init__(self, parts: Parts, popovers: Popovers, *, on_turn: Callable[[], object]) -> None:
        """`on_turn` goes from the moves to the reasons and back."""
        self._parts, self._popovers, self._on_turn = parts, popovers, on_turn
        self._wants_why = False

    def turn(self, *, is_open: bool) -> None:
        """From the moves to the reasons and back; a closed panel opens with the reasons."""
        self._wants_why = not self._wants_why if is_open else True

    def show(self, *, is_open: bool) -> None:
        """Fill the banner and the panel; `is_open` when the panel can be seen."""
        self._parts.rules_row.offer_reasons(not is_open)
        model = self._parts.model
        has_table = self._has_table() and not self._wants_why
        has_drawer = model.past is not None or (
            self._has_changes() and not self._wants_why and not has_table
        )
        if model.past is not None:
            self._show_past()
        elif has_table:
            self._show_table()
        elif has_drawer:
            self._show_drawer()
        else:
            self._show_why()
        self._show_notice()
        self._show_banner(has_drawer=has_drawer and is_open)

    # -- the banner -----------------------------------------------------------------------

    def _show_banner(self, *, has_drawer: bool) -> None:
        model, parts, banner = self._parts.model, self._parts, self._parts.banner
        if model.past is not None:
            banner.say(model.standing, [] if has_drawer else self._past_acts()[::-1])
        elif model.impossible is not None and model.is_draft:
            banner.say(model.impossible.explanation, self._ways_out(), tone="warn")
        elif model.is_draft and model.whole_class:
            banner.say(model.whole_class, self._whole_class_acts())
        elif model.is_draft and has_drawer and not model.note:
            banner.hide()
        elif model.is_draft:
            says = "Forming groups." if model.draft is None else model.standing
            ready = model.draft is not None and not model.is_thinking
            banner.say(says, [] if has_drawer else self._banner_acts(), are_ready=ready)
        elif model.facts.saved is not None:
            says = "See who would move" if model.newer is not None else "Propose new groups"
            anew = [(says, parts.asking.propose_anew)] if model.facts.bases else []
            plan = ("Plan tomorrow", lambda: parts.model.stage.wishes.go_to.emit("tomorrow"))
            banner.say(model.standing, [*anew, plan])

    def _draft_acts(self) -> list[Act]:
        """The main act first."""
        model, parts = self._parts.model, self._parts
        count = model.changes.count
        says = "Use these groups"
        if count:
            says = "Use 1 move" if count == 1 else f"Use {count} moves"
        acts: list[Act] = [(says, self._then_on(parts.shaping.use_groups))]
        if model.facts.saved is not None:
            acts.append(("Keep old", self._then_on(parts.asking.keep_saved)))
        return acts

    def _then_on(self, act: Callable[[], object]) -> Callable[[], None]:
        """An act after which the keyboard stands on what comes next, in the banner."""

        def act_and_go_on() -> None:
            act()
            self._parts.banner.take_focus()

        return act_and_go_on

    def _from_piles(self, act: Callable[[], object]) -> Callable[[], None]:
        """An act whose own button goes away: the keyboard stands on the piles it changes."""

        def act_from_piles() -> None:
            self._parts.board.take_focus()
            act()

        return act_from_piles

    def _whole_class_acts(self) -> list[Act]:
        """What else can be done: at several levels, groups by need still say something."""
        parts = self._parts
        anyway, mixed = "Group anyway", "Try mixed groups"
        ways: list[Act] = [(anyway, parts.asking.group_anyway), (mixed, parts.asking.try_mixed)]
        if not is_at_one_level(parts.model.evidence):
            ways.reverse()
        if parts.model.facts.saved is not None:
            ways.insert(1, ("Keep old", parts.asking.keep_saved))
        return ways

    def _banner_acts(self) -> list[Act]:
        """The main act last, as a banner is read; before it what is there only in the banner."""
        choosing = self._parts.choosing
        others = self._asked_words()
        if self._parts.weeks.is_free:
            others.append(("Weeks ahead", self._parts.weeks.ask))
        elif not choosing.choices and not choosing.is_thinking and not self._has_changes():
            others.append(("Other groupings", choosing.ask))
        return [*others, *self._draft_acts()[::-1]]

    def _asked_words(self) -> list[Act]:
        """What the teacher has typed for this way to group can be changed."""
        strategy = self._parts.model.asked.strategy
        acts: list[Act] = []
        if strategy is GroupingStrategy.INTEREST:
            acts.append(("Wishes", self._popovers.ask_for_wishes))
        if strategy in (GroupingStrategy.INTEREST, GroupingStrategy.JIGSAW):
            acts.append(("Topics", self._popovers.ask_for_topics))
        return acts

    def _ways_out(self) -> list[Act]:
        """One button per way out; where the way to group lacks something, to where that is."""
        parts, rules = self._parts, self._parts.rules
        asked = parts.model.asked
        acts: list[Act] = [
            (way.words, lambda way=way: rules.take(way))  # type: ignore[misc]
            for way in rules.ways_out()[:_MOST_WAYS_OUT]
        ]
        if acts:
            return acts
        if asked.strategy is GroupingStrategy.NEED:
            return [("Use the usual size", rules.use_usual_size)]
        if asked.strategy in (GroupingStrategy.INTEREST, GroupingStrategy.JIGSAW):
            named: Act = ("Name topics", self._popovers.ask_for_topics)
            wishes: Act = ("Enter wishes", self._popovers.ask_for_wishes)
            needs_wishes = asked.strategy is GroupingStrategy.INTEREST and bool(asked.topics)
            return [wishes if needs_wishes else named, ("Group by need", rules.group_by_need)]
        room, says = _WHERE_TO_ENTER.get(asked.strategy, ("", ""))
        go = [(says, lambda: parts.model.stage.wishes.go_to.emit(room))] if room else []
        return [*go, ("Group by need", rules.group_by_need)]

    def _past_acts(self) -> list[Act]:
        """The main act first."""
        looking = self._parts.looking
        past = self._parts.model.past
        is_draft = past is not None and past.state is GroupSetState.DRAFT
        says = "Use these groups" if is_draft else "Use these again"
        back = self._then_on(lambda: looking.look_at(NOW))
        return [(says, self._then_on(looking.use_again)), ("Back", back)]

    # -- the panel ------------------------------------------------------------------------

    def _has_table(self) -> bool:
        """Whether the teacher's table has a list of its own, and anyone can be on it."""
        model = self._parts.model
        return model.past is None and bool(model.facts.bases) and self._parts.table.is_wanted

    def show_list(self) -> None:
        """The teacher asks for the list: it comes up instead of the reasons."""
        self._wants_why = False

    def _show_table(self) -> None:
        shown = self._parts.table.shown()
        self._parts.side.table.show_table(shown)
        self._parts.side.show_table(shown.title)

    def _has_changes(self) -> bool:
        model = self._parts.model
        return model.is_draft and model.draft is not None and model.facts.before is not None

    def _show_drawer(self) -> None:
        parts, model, changes = self._parts, self._parts.model, self._parts.model.changes
        since = day_words(model.facts.before.created_on) if model.facts.before is not None else ""
        says = f"Compared with {since}. Untick to leave someone where they were."
        if not changes.moves:
            says = f"Compared with {since}, everyone stays with the same students."
        title = f"{changes.count or 'Nobody'} of {changes.students} would move"
        drawer = parts.side.changes
        drawer.show_changes(says, changes.moves, self._draft_acts())
        drawer.buttons[0].setEnabled(not model.is_thinking)
        chosen = self._chosen_name()
        links: list[Act] = [(f"Why is {chosen} here?", self._on_turn)] if chosen else []
        links += self._asked_words()
        if parts.weeks.is_free:
            links.append(("Weeks ahead", self._from_piles(parts.weeks.ask)))
        if not parts.choosing.choices and not parts.choosing.is_thinking:
            links.append(("Other groupings", self._from_piles(parts.choosing.ask)))
        if model.better is not None:
            take = self._from_piles(parts.asking.take_better)
            links.insert(0, ("Better groups were found. Show them", take))
        links.append(("Keep for later", self._then_on(parts.shaping.keep_for_later)))
        drawer.show_links(links)
        parts.side.show_changes(title if changes.count else "Nobody would move")

    def _show_past(self) -> None:
        parts, model, changes = self._parts, self._parts.model, self._parts.model.changes
        newest = day_words(model.facts.newest.created_on) if model.facts.newest else ""
        says = f"Compared with {newest}. Marks and scores are today’s."
        parts.side.changes.show_changes(says, changes.moves, self._past_acts(), has_ticks=False)
        parts.side.changes.show_links([])
        title = f"{changes.count} of {changes.students} sit elsewhere now"
        parts.side.show_changes(title if changes.count else "Nobody sits elsewhere now")

    def _show_notice(self) -> None:
        """What has been the same for too long; not while something else is looked at."""
        parts, model = self._parts, self._parts.model
        if not model.stability or model.past is not None or not model.facts.bases:
            parts.side.notice.say("", None)
            return
        note = model.stability[0]
        act: Act = ("Propose new groups", parts.asking.propose_anew)
        if note.wants_mixed:
            act = ("Try mixed groups", parts.asking.try_mixed)
        is_tried = model.is_draft and (
            not note.wants_mixed or model.asked.strategy is GroupingStrategy.MIXED
        )
        parts.side.notice.say("" if is_tried else note.text, act)

    def _show_why(self) -> None:
        parts, shown = self._parts, self._parts.model.shown
        chosen = parts.board.chosen_id
        one = shown.student(chosen) if chosen is not None else None
        pile = shown.pile_of(chosen) if chosen is not None else None
        back = self._on_turn if self._has_changes() or self._has_table() else None
        if one is not None and pile is not None:
            elsewhere = parts.reasoning.ask(chosen) if parts.side.isVisible() else None
            parts.side.why.show_student(
                one,
                pile,
                shown.notes,
                elsewhere=elsewhere,
                has_scores=not is_without_scores(parts.model.facts, parts.model.asked.basis),
            )
            parts.side.show_why(one.name, back)
        else:
            parts.side.why.show_notes(shown.notes)
            parts.side.show_why("Why these groups", back)

    def _chosen_name(self) -> str:
        chosen = self._parts.board.chosen_id
        one = self._parts.model.shown.student(chosen) if chosen is not None else None
        return one.name if one is not None else ""
