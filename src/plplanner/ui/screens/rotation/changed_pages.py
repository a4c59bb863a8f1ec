"""What reads otherwise than on paper: how many pages it takes to print just that."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from plplanner.records import record
from plplanner.rotation.printed.queries import lesson_to_print, printed_pieces
from plplanner.rotation.rows import LessonToPrint, PrintedPieces
from plplanner.terms import Paper
from plplanner.ui.jobs import Job
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.rotation.planned_lesson import PLAN_TABLES
from plplanner.ui.screens.rotation.side_panel import ShownCheck
from plplanner.ui.screens.rotation.words import counted, pages_in
from plplanner.ui.stage import Stage

_CALM_MILLISECONDS = 300


@record(frozen=True)
class ReprintOffer:
    """What changed, in words, and on how many pages; 0 while they are counted."""

    words: str
    pages: int = 0


class ChangedPages(ViewModel):
    """Compares the lesson with what was printed of it; nothing where nothing was printed."""

    watches = PLAN_TABLES | {
        "printed_lesson", "learner_profile", "standard", "learning_target",
        "learning_target_translation",
    }  # fmt: skip

    chosen = Signal()
    """What changed is about to be printed, and the card that offered it goes."""

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Nothing is asked before the screen is shown."""
        super().__init__(stage, parent)
        self.offer: ReprintOffer | None = None
        self._counting: Job | None = None
        # Not with every key: only when the teacher pauses.
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MILLISECONDS)
        self._calm.timeout.connect(self._compare)

    def refresh(self) -> None:
        """Look whether anything was printed; compare in a moment."""
        if self._printed() is None:
            self._show(None)
        else:
            self._calm.start()

    @property
    def pages(self) -> int:
        """How many pages what changed takes; 0 for none, and while they are counted."""
        return self.offer.pages if self.offer else 0

    def remark(self) -> ShownCheck | None:
        """The card that offers the changed pages."""
        if self.offer is None:
            return None
        pages = counted(self.offer.pages, "page") if self.offer.pages else "what changed"
        return ShownCheck(
            f"{self.offer.words} changed since you printed.",
            "Ctrl+Shift+P prints only that.",
            f"Reprint {pages}",
            self._reprint,
            "print",
        )

    def _reprint(self) -> None:
        self.chosen.emit()
        self.stage.wishes.reprint.emit()

    def _printed(self) -> PrintedPieces | None:
        class_id, day = self.stage.choice.class_id, self.stage.choice.day
        return self.stage.desk.ask(printed_pieces, class_id=class_id, day=day) if class_id else None

    def _compare(self) -> None:
        printed, class_id = self._printed(), self.stage.choice.class_id
        day = self.stage.choice.day
        lesson = (
            self.stage.desk.ask(lesson_to_print, class_id=class_id, day=day) if class_id else None
        )
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        if printed is None or lesson is None:
            self._show(None)
            return
        # The plan does not wait for what makes paper.
        from plplanner.printing.pieces import changed_since, changed_words  # noqa: PLC0415

        changed = changed_since(lesson, printed)
        if not changed.is_any:
            self._show(None)
            return
        self._show(ReprintOffer(changed_words(lesson, changed)))
        self._counting = self.stage.jobs.think(
            partial(_count, lesson, printed, self.stage.preferences.paper),
            then=self._take_pages,
            on_problem=lambda _: None,
        )

    def _take_pages(self, pages: int) -> None:
        self._counting = None
        if self.offer is not None:
            self._show(ReprintOffer(self.offer.words, pages))

    def _show(self, offer: ReprintOffer | None) -> None:
        if offer != self.offer:
            self.offer = offer
            self.refreshed.emit()


def _count(lesson: LessonToPrint, printed: PrintedPieces, paper: Paper) -> int:
    from plplanner.printing.pieces import changed_pdf, changed_since  # noqa: PLC0415 - as above

    changed = changed_since(lesson, printed)
    return pages_in(changed_pdf(lesson, printed, changed, paper=paper))
