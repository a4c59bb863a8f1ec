"""What can be chosen before printing, and what the teacher should know, as frozen rows."""

from collections.abc import Collection, Sequence
from dataclasses import field, replace

from plplanner.printing.lesson_paper import (
    SHEET_NAMES,
    PaperWishes,
    Sheet,
    names_without_group,
    names_without_playlist,
    students_on_paper,
)
from plplanner.records import record
from plplanner.roster.rows import StudentRow
from plplanner.rotation.pick_tasks import CARD_TASK
from plplanner.rotation.rows import LessonToPrint, PlanGroupRow
from plplanner.terms import Paper

EVERYONE, CHOSEN = "everyone", "chosen"
PAPER_NAMES = {Paper.LETTER: "Letter", Paper.A4: "A4"}
_MOST_NAMES = 3


@record(frozen=True)
class WhoChoice:
    """A line of the choice of students: everyone, one group, or chosen ones."""

    key: str
    says: str
    student_ids: frozenset[int] | None


@record(frozen=True)
class PrintChoices:
    """All that the teacher set in the print room."""

    paper: Paper
    selected: Sheet = Sheet.CARDS
    ticked: frozenset[Sheet] = frozenset(Sheet)
    who: str = EVERYONE
    chosen: frozenset[int] = field(default=frozenset())
    qr_codes: bool = True
    second_language: bool = True
    shows_other: bool = False
    """Whether the preview shows the other look: colour for grey pages, grey for coloured ones."""
    grey: bool = True
    two_sided: bool = False
    printer: str = ""


def who_choices(lesson: LessonToPrint) -> tuple[WhoChoice, ...]:
    """Everyone, each group of the plan, and students chosen one by one."""
    everyone = students_on_paper(lesson, PaperWishes(Paper.LETTER))
    here = {student.id for student in everyone}
    groups = tuple(
        WhoChoice(
            f"group {group.group_id}",
            f"{group.identity.word}, {_students(len(members))}",
            members,
        )
        for group in lesson.plan.together
        for members in [frozenset(group.student_ids) & here]
    )
    return (
        WhoChoice(EVERYONE, f"Everyone, {_students(len(everyone))}", None),
        *groups,
        WhoChoice(CHOSEN, "Chosen students", frozenset()),
    )


def wishes_of(lesson: LessonToPrint, choices: PrintChoices) -> PaperWishes:
    """How the sheets are to be made; a group that is gone means everyone again."""
    by_key = {choice.key: choice.student_ids for choice in who_choices(lesson)}
    ids = choices.chosen if choices.who == CHOSEN else by_key.get(choices.who)
    return PaperWishes(
        paper=choices.paper,
        student_ids=ids,
        qr_codes=choices.qr_codes,
        second_language=choices.second_language,
    )


def choices_when(choices: PrintChoices, *, was_out: bool, is_out: bool) -> PrintChoices:
    """Once a day is handed over, a substitute's pages are shown, and every sheet prints.

    Board, slips and “When you are done” send the class to its cards: those of the day go along,
    without what needs a teacher, as nobody who teaches then knows where last week's are.
    """
    if is_out and not was_out:
        return replace(choices, selected=Sheet.SUBSTITUTE, ticked=frozenset(Sheet))
    if not is_out and choices.selected is Sheet.SUBSTITUTE:
        return replace(choices, selected=Sheet.CARDS, ticked=frozenset(Sheet))
    return choices


def students_to_choose(lesson: LessonToPrint) -> tuple[StudentRow, ...]:
    """Who can be chosen one by one, by name."""
    found = students_on_paper(lesson, PaperWishes(Paper.LETTER))
    return tuple(sorted(found, key=lambda row: (row.name.casefold(), row.key)))


def notes_on(
    lesson: LessonToPrint, choices: PrintChoices, undrawable_names: Collection[str]
) -> tuple[str, ...]:
    """What to know before printing, in whole sentences; nothing when all is well."""
    wishes = wishes_of(lesson, choices)
    notes = [f"The name “{name}” has letters no bundled font can draw." for name in
             undrawable_names]  # fmt: skip
    bare = bare_note(lesson, choices) if Sheet.CARDS in choices.ticked else ""
    if bare:
        notes.append(bare)
    left_out = names_without_group(lesson) if wishes.student_ids is None else ()
    if left_out:
        verb = "is" if len(left_out) == 1 else "are"
        notes.append(f"{spoken(left_out)} {verb} in no group of this plan: no slip, no card.")
    told = (_absent_note, _back_note, cards_note)
    notes += [note for note in (tell(lesson, choices) for tell in told) if note]
    if choices.two_sided and choices.ticked & {Sheet.SLIPS, Sheet.CARDS}:
        notes.append("Two-sided puts another student’s slip or card on the back.")
    return tuple(notes)


def _absent_note(lesson: LessonToPrint, choices: PrintChoices) -> str:
    """Whose slip is for the day she is back; empty when everyone who gets one is here."""
    on_paper = students_on_paper(lesson, wishes_of(lesson, choices))
    away = [row.name for row in on_paper if row.id in lesson.absent]
    if not away or Sheet.SLIPS not in choices.ticked:
        return ""
    one = len(away) == 1
    slips = "That slip says" if one else "Those slips say"
    return f"{spoken(away)} {'is' if one else 'are'} absent. {slips} what was missed."


def _back_note(lesson: LessonToPrint, choices: PrintChoices) -> str:
    """Whose slip says to catch up; empty when nobody missed the last lesson."""
    on_paper = students_on_paper(lesson, wishes_of(lesson, choices))
    back = [row.name for row in on_paper if row.id in lesson.back - lesson.absent]
    if not back or Sheet.SLIPS not in choices.ticked:
        return ""
    one = len(back) == 1
    slips = "That slip says" if one else "Those slips say"
    return f"{spoken(back)} missed the last lesson. {slips} to catch up first."


def cards_note(lesson: LessonToPrint, choices: PrintChoices) -> str:
    """That groups work with cards left out of print: for a substitute, or cards nobody can have.

    Cards of a playlist last a week, so that the class may have them; a plain card is for the day.
    """
    with_card = [line for line in lesson.plan.groups if _works_with_a_card(line)]
    if Sheet.CARDS in choices.ticked or not with_card:
        return ""
    if lesson.plan.has_substitute:
        return "Groups work with their playlist cards. Select those too, unless the class has them."
    bare = [line.identity.word for line in with_card if line.group_id not in lesson.playlists]
    if not bare:
        return ""
    work, have = ("works", "has") if len(bare) == 1 else ("work", "have")
    return (
        f"{spoken(bare)} {work} with a card and {have} no playlist. A plain card says what to do."
    )


def _works_with_a_card(line: PlanGroupRow) -> bool:
    return any(visit is not None and visit.task == CARD_TASK for visit in line.visits)


def bare_note(lesson: LessonToPrint, choices: PrintChoices) -> str:
    """Who has no playlist among those who get a sheet; empty when everyone has one."""
    wishes = wishes_of(lesson, choices)
    bare = names_without_playlist(lesson, wishes)
    if not bare:
        return ""
    one = len(bare) == 1
    if not one and len(bare) == len(students_on_paper(lesson, wishes)):
        who = "Nobody" if wishes.student_ids is None else "None of them"
        return f"{who} has a playlist yet. The cards have plain steps."
    cards = "That card has plain steps." if one else "Those cards have plain steps."
    return f"{spoken(bare)} {'has' if one else 'have'} no playlist. {cards}"


def spoken(names: Sequence[str]) -> str:
    """`Leo`, `Leo and Maya`, or `Leo, Maya, Noor and 4 more`."""
    if len(names) == 1:
        return names[0]
    if len(names) > _MOST_NAMES + 1:
        return f"{', '.join(names[:_MOST_NAMES])} and {len(names) - _MOST_NAMES} more"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def spoken_sheets(sheets: Collection[Sheet]) -> str:
    """`class board, student slips and playlist cards`."""
    words = [SHEET_NAMES[sheet].lower() for sheet in Sheet if sheet in sheets]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def spoken_pages(count: int) -> str:
    """`1 page`, `8 pages`."""
    return f"{count} page{'' if count == 1 else 's'}"


def _students(count: int) -> str:
    return f"{count} student{'' if count == 1 else 's'}"
