"""The words of one card of the board, line by line: where, what, and who."""

from plplanner.printing.rows import BoardCell
from plplanner.records import record
from plplanner.ui.kit.written_lines import lines_of
from plplanner.ui.screens.rotation.board.fit import TASK_LINES, BoardFit, task_font, task_words
from plplanner.ui.screens.rotation.board.measures import line_height
from plplanner.ui.screens.rotation.board.names import widths_of
from plplanner.ui.screens.rotation.board.rows import station_words

BACK = "Back to your seats"


@record(frozen=True)
class WrittenLine:
    """One line: its text, the size of its letters, the token of its colour."""

    text: str
    letters: int
    token: str = "ink"
    is_strong: bool = False


def card_words(
    fit: BoardFit, cell: BoardCell | None, names: tuple[str, ...], *, is_ahead: bool
) -> list[WrittenLine]:
    """Station and place where they have a line of their own, then the task, then every name.

    The task takes the lines that names leave; where they leave none it is not written. Before the
    first round a card without a line for that says at the task that it is the first.
    """
    where = _where(fit, cell)
    who = _who(fit, names, used=sum(line_height(line.letters) for line in where))
    used = sum(line_height(line.letters) for line in (*where, *who))
    spare = (fit.words_high - used) // line_height(fit.task)
    if cell is not None and not cell.task and names:
        return [*where, *who]  # a station: who is there is all there is to say
    task = cell.task if cell is not None else "No station this round"
    task = task_words(fit, task, is_ahead=is_ahead)
    return [*where, *_task(fit, task, most=min(spare, TASK_LINES)), *who]


def seats_words(fit: BoardFit) -> list[WrittenLine]:
    """After the last round nobody is sent to a station any more."""
    return _task(fit, BACK, most=TASK_LINES)


def _where(fit: BoardFit, cell: BoardCell | None) -> list[WrittenLine]:
    if cell is None or not fit.has_own_line:
        return []
    return [WrittenLine(station_words(cell), fit.size.small, is_strong=True)]


def _who(fit: BoardFit, names: tuple[str, ...], *, used: int) -> list[WrittenLine]:
    if not names:
        return []
    most = max(1, (fit.words_high - used) // line_height(fit.names))
    lines = widths_of(names, fit.names).lines(fit.words_wide, most=most)
    return [WrittenLine(line, fit.names, "ink2") for line in lines]


def _task(fit: BoardFit, task: str, *, most: int) -> list[WrittenLine]:
    if most <= 0:
        return []
    lines = lines_of(task, task_font(fit), fit.words_wide, most=most)
    return [WrittenLine(line, fit.task, is_strong=not fit.size.is_narrow) for line in lines]
