"""Where a Kahoot report says who played and how, in whatever language its headings are."""

import re
from collections.abc import Iterator, Mapping
from itertools import permutations

from plplanner.importing.clean_text import MAX_TITLE, clean_text, cut, word_form
from plplanner.importing.formats.result_table import HEADER_ROWS, ResultTable
from plplanner.importing.table import Table

PLAYER, SCORE, CORRECT, WRONG = "player", "score", "correct", "incorrect"

_WRONG_WORDS = re.compile(
    r"incorrec|incorre[tç]|wrong|falsch|erron|erra[dt]|sbagli|onjuist|fout|niepopraw|nieprawid|"
    r"błędn|felaktig|\bfel\b|\bfeil|galt|\bgale|forkert|vääri|yanlış|不正解|不正確|不正确|错误|錯誤|오답|"
    r"неправильн|неверн|mauvais|\bfauss|\bsai\b|salah"
)
_CORRECT_WORDS = re.compile(
    r"correc|corret|right|richtig|acert|\bgiust|esatt|juist|\bgoed|popraw|prawid|\brätt|korrekt|"
    r"riktig|rigtig|oike|doğru|正解|正確|正确|정답|правильн|верн|\bjuste|bonnes|đúng|benar"
)
_PLAYER_WORDS = re.compile(
    r"players?|nicknames?|nick|jugador(es|a|as)?|apodos?|joueur(s|se|ses)?|pseudos?|"
    r"spieler(in|innen)?|spitzname|jogador(es|a|as)?|apelido|giocator[ei]|spelers?|bijnaam|"
    r"gracze?|spelare|spillere?|pelaaja|oyuncu|プレイヤー|プレーヤー|ニックネーム|参加者|玩家|昵称|暱稱|플레이어|"
    r"닉네임|игрок|người chơi|pemain"
)
_SCORE_WORDS = re.compile(
    r"score|points?\b|punkt|puntu|puntaje|puntos|pontu|pontos|puntegg|punti|punten|wynik|poäng|"
    r"poeng|pistee|puan|スコア|得点|点数|分数|分數|점수|счет|счёт|очк|баллы|điểm|skor"
)
_NUMBER = re.compile(r"-?\d{1,9}([.,]\d+)?")
_POINTS_OF_ONE = 100  # a right answer brings 500 to 1,000 points of the game and more


def find_results(tables: tuple[Table, ...]) -> ResultTable | None:
    """The sheet of final scores with its columns as PLAYER, SCORE, CORRECT and WRONG.

    By the words of its headings; in a language we do not know by its numbers, in a workbook that
    says “Kahoot”: points of the game that fall from row to row, with two small counts.
    """
    worded = (_by_words(table, row) for table, row in _tops(tables))
    found = next((one for one in worded if one is not None), None)
    if found is None and _says_kahoot(tables):
        counted = (_by_numbers(table, row) for table, row in _tops(tables))
        found = next((one for one in counted if one is not None), None)
    return found


def _tops(tables: tuple[Table, ...]) -> Iterator[tuple[Table, int]]:
    """Rows that may hold the headings of four columns."""
    for table in tables:
        for row, cells in enumerate(table.rows[:HEADER_ROWS]):
            if sum(bool(cell.strip()) for cell in cells) >= 4:
                yield table, row


def _says_kahoot(tables: tuple[Table, ...]) -> bool:
    names = (table.name for table in tables)
    cells = (cell[:MAX_TITLE] for table in tables for row in table.rows[:3] for cell in row)
    return any("kahoot" in text.casefold() for text in (*names, *cells))


def _by_words(table: Table, row: int) -> ResultTable | None:
    places: dict[str, int] = {}
    for place, cell in enumerate(table.rows[row]):
        what = _meaning(word_form(cell[:MAX_TITLE]))
        if what:
            places.setdefault(what, place)
    return _laid(table, row, places) if len(places) == 4 else None


def _meaning(heading: str) -> str:
    """What a heading stands for; "" for any other. “Incorrect” holds “correct”, so it is first."""
    if _PLAYER_WORDS.fullmatch(heading):
        return PLAYER
    if "%" in heading or len(heading) > 40:
        return ""
    by_words = ((WRONG, _WRONG_WORDS), (CORRECT, _CORRECT_WORDS), (SCORE, _SCORE_WORDS))
    return next((what for what, words in by_words if words.search(heading)), "")


def _by_numbers(table: Table, row: int) -> ResultTable | None:
    """One column of names and three of numbers that can be points, right and wrong answers."""
    below = [cells for cells in table.rows[row + 1 :] if sum(map(bool, cells)) >= 4]
    heads = [place for place, cell in enumerate(table.rows[row]) if cell.strip()]
    if not below or any(_NUMBER.fullmatch(table.cell(row, place)) for place in heads):
        return None
    columns = {
        place: [cells[place].strip() if place < len(cells) else "" for cells in below]
        for place in heads
    }
    numbers = {
        place: [float(cell.replace(",", ".")) for cell in cells]
        for place, cells in columns.items()
        if all(_NUMBER.fullmatch(cell) for cell in cells)
    }
    names = [place for place in heads if place not in numbers and all(columns[place])]
    found = _roles(numbers)
    return _laid(table, row, {PLAYER: names[0], **found}) if names and found else None


def _roles(numbers: Mapping[int, list[float]]) -> dict[str, int]:
    """Which column of numbers is which; {} where none can be. The right answers come first, and
    whoever has none has no points."""
    for score, correct, wrong in permutations(sorted(numbers), 3):
        if correct < wrong and _fits(numbers[score], numbers[correct], numbers[wrong]):
            return {SCORE: score, CORRECT: correct, WRONG: wrong}
    return {}


def _fits(points: list[float], right: list[float], wrong: list[float]) -> bool:
    counts = [*right, *wrong]
    if points != sorted(points, reverse=True) or max(points) < _POINTS_OF_ONE:
        return False
    if min(counts) < 0 or any(count != int(count) for count in counts):
        return False
    told = [(one, count) for one, count in zip(points, right, strict=True) if one or count]
    likely = sum(one >= _POINTS_OF_ONE * count > 0 for one, count in told)
    return likely >= 0.9 * len(told) > 0 and right != list(range(1, len(right) + 1))


def _laid(table: Table, row: int, places: Mapping[str, int]) -> ResultTable:
    headers = tuple(cut(clean_text(cell), limit=MAX_TITLE) for cell in table.rows[row])
    return ResultTable(table, row, headers, places)
