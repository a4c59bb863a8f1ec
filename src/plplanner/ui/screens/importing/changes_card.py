"""What was, and what would be: every stored score that the file would change."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from plplanner.importing.preview import ImportPreview
from plplanner.importing.score_changes import ChangedScore, changed_scores
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.importing.cards import card
from plplanner.ui.screens.importing.wording import count_of, name_in_file, score_words

FIRST, MOST = 5, 200


def change_words(change: ChangedScore) -> str:
    """“Ana García, Quiz 2: was 6 of 10, becomes 7 of 10”."""
    before, after = score_words(change.before), score_words(change.after)
    who = name_in_file(change.student.read)
    if change.is_new_attempt:
        return f"{who}, {change.title}: {before}, and {after} as a later try"
    return f"{who}, {change.title}: was {before}, becomes {after}"


def changes_card(
    preview: ImportPreview, *, theme: Theme, is_open: bool, on_open: Callable[[], object]
) -> QFrame | None:
    """The first changes, or all of them once opened; None when nothing would change."""
    changes = changed_scores(preview.classes)
    if not changes:
        return None
    shown = changes[: MOST if is_open else FIRST]
    rows = [plain_label(change_words(one), role="small", wrap=True) for one in shown]
    more = len(changes) - len(shown)
    acts = []
    if more > 0 and not is_open:
        acts.append(button(f"Show all {len(changes)}", on_click=on_open, size="small"))
    elif more > 0:
        rows.append(plain_label(f"and {more:,} more", role="hint"))
    verb = "changes" if len(changes) == 1 else "change"
    title = f"{count_of(len(changes), 'score')} {verb}"
    return card("", title, "", theme=theme, rows=rows, acts=acts)
