"""How the cards of the board are laid out, so that every child finds its own name.

Names get as large as the room allows beside all words of every task. Where they do not fit, what
comes next makes room first, then the cards stand in two columns, then the letters become smaller,
down to what 28 pixels are on a projector of 1920 × 1080, those of station and task last; then the
task makes room, its last lines first. Only after that is a name left out.
"""

from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetrics

from plplanner.printing.rows import BoardCell
from plplanner.records import record
from plplanner.ui.kit.theme import body_font
from plplanner.ui.kit.written_lines import lines_of
from plplanner.ui.screens.rotation.board.goals import lines_below
from plplanner.ui.screens.rotation.board.measures import (
    BoardMeasures,
    line_height,
    measures,
    smallest_letters,
)
from plplanner.ui.screens.rotation.board.names import Names, widths_of
from plplanner.ui.screens.rotation.board.rows import ShownBoard, station_words

BOLD, SEMI = QFont.Weight.Bold, QFont.Weight.DemiBold
_TASK_LEAST = 13  # times the letters of a task: with less, what comes next is left out
TASK_LINES = 3  # more are not read from the last row
AIR = 8  # pixels of a card above and below its words together


class CardLayout(StrEnum):
    """How a card is divided: in a row, with or without what comes next; or two cards in a row.

    SIDE has the symbol beside the words, TOP above them, so that the words have the whole width.
    """

    WITH_NEXT = "with next"
    ROW = "row"
    SIDE = "side"
    TOP = "top"


@record(frozen=True)
class BoardFit:
    """Where the parts of every card are, in pixels from its left edge; `names` are letters.

    `station` is where station and place begin: 0 stands for a line of their own, above the task.
    """

    size: BoardMeasures
    layout: CardLayout
    names: int
    station: int
    station_wide: int
    words: int
    words_wide: int
    next: int = 0

    @property
    def words_high(self) -> int:
        """How high the words of a card may be, the head of a card with the symbol above apart."""
        head = head_height(self.size) if self.layout is CardLayout.TOP else 0
        return self.size.card - AIR - head

    @property
    def has_own_line(self) -> bool:
        """Whether station and place stand on a line of their own above the task."""
        return not self.station

    @property
    def has_first_line(self) -> bool:
        """Whether “First” has a line above station and place; else it is said at the task."""
        used = line_height(self.size.station) + 2 * line_height(self.size.small)
        return not self.size.is_narrow and used <= self.size.card

    @property
    def task(self) -> int:
        """The letters of a task."""
        return self.size.small if self.size.is_narrow else self.size.task


def head_height(size: BoardMeasures) -> int:
    """The line of symbol and word where the symbol stands above the words."""
    return max(size.tile, line_height(size.word))


@lru_cache(maxsize=8)
def fit_board(board: ShownBoard, *, width: int, height: int, shows_names: bool = True) -> BoardFit:
    """The first way to lay the board out that holds all names; else the one that holds most."""
    ways, least = _ways(board, width, height), smallest_letters(width, height)
    if not shows_names or not any(board.names):
        return ways[0]
    for most, is_tight in _tries(board):
        for letters in range(ways[0].size.small, least - 1, -1):
            names = [widths_of(names, letters) for names in board.names]
            some = [_tight(board, ways[-1].size, letters, width)] if is_tight else ways
            for way in some:
                if _holds(way, names, letters, _lines_of_tasks(board, way, most)):
                    return replace(way, names=letters)
    return _tight(board, ways[-1].size, least, width)


def _tries(board: ShownBoard) -> list[tuple[int, bool]]:
    """How many lines of a task are asked for, and whether all letters get smaller together."""
    said = () if board.sheet.is_of_stations else (TASK_LINES, 1)
    return [(most, is_tight) for most in (*said, 0) for is_tight in (False, True)]


def word_width(board: ShownBoard, size: BoardMeasures) -> int:
    """The widest of the words groups are called by."""
    metrics = QFontMetrics(body_font(size.word, BOLD))
    return max((metrics.horizontalAdvance(row.group.word) for row in board.sheet.lines), default=0)


def task_font(fit: BoardFit) -> QFont:
    """What a task is written in."""
    return body_font(fit.task, QFont.Weight.Normal if fit.size.is_narrow else SEMI)


def task_words(fit: BoardFit, task: str, *, is_ahead: bool) -> str:
    """The task; before the first round it says so where no other line does."""
    return f"First: {task}" if is_ahead and not fit.has_first_line else task


@lru_cache(maxsize=128)
def _lines_of_tasks(board: ShownBoard, way: BoardFit, most: int) -> list[int]:
    """How many lines the longest task of each card takes, `most` of them at most."""
    font, wide = task_font(way), way.words_wide
    return [
        max(
            (
                len(lines_of(task_words(way, cell.task, is_ahead=not place), font, wide, most=most))
                for place, cell in enumerate(line.cells)
                if cell is not None and most
            ),
            default=min(1, most),
        )
        for line in board.sheet.lines
    ]


def _holds(way: BoardFit, groups: list[Names], letters: int, tasks: list[int]) -> bool:
    room = way.words_high - (line_height(way.size.small) if way.has_own_line else 0)
    return all(
        names.fit(
            way.words_wide, most=(room - lines * line_height(way.task)) // line_height(letters)
        )
        for names, lines in zip(groups, tasks, strict=True)
    )


def _ways(board: ShownBoard, width: int, height: int) -> list[BoardFit]:
    """What there is to choose from, what is read most easily first."""
    groups, below = (
        len(board.sheet.lines),
        len(lines_below(board.sheet, width=width, height=height)),
    )
    size = measures(width=width, height=height, groups=groups, below=below)
    two = measures(width=width, height=height, groups=groups, below=below, columns=2)
    if board.sheet.is_of_stations:
        # All there is to say are names: they get the whole width, and larger letters.
        one = measures(width=width, height=height, groups=1, below=below)
        large = replace(two, word=one.word, small=max(two.small, round(one.word * 0.85)))
        return [_on_top(board, large, width), _on_top(board, two, width)]
    found = []
    if not size.is_narrow:
        with_next = _in_a_row(board, size, width, has_next=True)
        if with_next.words_wide >= _TASK_LEAST * size.task:
            found.append(with_next)
        found.append(_in_a_row(board, size, width, has_next=False))
    side = _at_the_side(board, two, width)
    if _widest(_stations(board), two.small) <= side.words_wide:
        found.append(side)
    return [*found, _on_top(board, two, width)]


def _in_a_row(board: ShownBoard, size: BoardMeasures, width: int, *, has_next: bool) -> BoardFit:
    card, gap = _card_width(size, width), size.gap
    left = size.band + 3 * gap + size.tile + word_width(board, size) + 4 * gap
    station = left + size.icon + gap
    cells = _cells(board)
    wide = max(
        _widest([cell.station_name for cell in cells], size.station),
        _widest([cell.place for cell in cells], size.small, QFont.Weight.Normal),
    )
    wide = min(wide, width // 3)
    words, right, following = station + wide + 3 * gap, card - gap, 0
    if has_next:
        names = _widest([cell.station_name for cell in cells], size.small)
        following = right - min(names, width // 3)
        right = following - 3 * gap
    layout = CardLayout.WITH_NEXT if has_next else CardLayout.ROW
    return BoardFit(size, layout, size.small, station, wide, words, right - words, following)


def _at_the_side(board: ShownBoard, size: BoardMeasures, width: int) -> BoardFit:
    words = size.band + 3 * size.gap + size.tile + word_width(board, size) + 2 * size.gap
    wide = _card_width(size, width) - size.gap - words
    return BoardFit(size, CardLayout.SIDE, size.small, 0, wide, words, wide)


def _on_top(board: ShownBoard, size: BoardMeasures, width: int) -> BoardFit:
    word = min(size.word, round(1.15 * size.small))
    tile = min(size.tile, max(32, line_height(word)))
    size = replace(size, word=word, tile=tile, band=max(16, size.band * 2 // 3))
    words = size.band + 2 * size.gap
    wide = _card_width(size, width) - size.gap - words
    station = words + tile + size.gap + word_width(board, size) + 2 * size.gap
    if _widest(_stations(board), size.small) > wide - (station - words):
        return BoardFit(size, CardLayout.TOP, size.small, 0, wide, words, wide)
    beside = wide - (station - words)
    return BoardFit(size, CardLayout.TOP, size.small, station, beside, words, wide)


def _tight(board: ShownBoard, size: BoardMeasures, letters: int, width: int) -> BoardFit:
    """The symbol above the words, and all letters hardly larger than those of the names."""
    small, word = min(size.small, letters), min(size.word, letters + 4)
    fit = _on_top(board, replace(size, small=small, word=word), width)
    return replace(fit, names=small)


def _cells(board: ShownBoard) -> list[BoardCell]:
    return [cell for line in board.sheet.lines for cell in line.cells if cell is not None]


def _stations(board: ShownBoard) -> list[str]:
    if board.sheet.is_of_stations:
        return [cell.place for cell in _cells(board)]
    return [station_words(cell) for cell in _cells(board)]


def _widest(words: list[str], letters: int, weight: QFont.Weight = SEMI) -> int:
    metrics = QFontMetrics(body_font(letters, weight))
    return max((metrics.horizontalAdvance(one) for one in words), default=0) + 4


def _card_width(size: BoardMeasures, width: int) -> int:
    return (width - 2 * size.margin - (size.columns - 1) * size.gap) // size.columns
