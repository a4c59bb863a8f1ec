"""The sentences of the import drawer."""

import datetime
from collections import Counter
from dataclasses import dataclass

from plplanner.importing.header_words import ColumnRole
from plplanner.importing.preview import ImportPreview
from plplanner.importing.rows import ColumnRead, KnownStudent, MatchBy

_FORMATS = {
    "canvas_gradebook": "Canvas gradebook",
    "teacher_spreadsheet": "A teacher’s own table",
    "roster": "Class list",
}
_MATCHED_BY = {
    MatchBy.ID: "matched by ID",
    MatchBy.EMAIL: "matched by e-mail",
    MatchBy.NAME: "matched by name",
    MatchBy.CHOICE: "matched by you",
}
_ROLE_WORDS = {
    ColumnRole.NAME: "Name",
    ColumnRole.LAST: "Last name",
    ColumnRole.FIRST: "First name",
    ColumnRole.MIDDLE: "Middle name",
    ColumnRole.NICKNAME: "Called",
    ColumnRole.SUFFIX: "Suffix",
    ColumnRole.ID: "ID",
    ColumnRole.EMAIL: "E-mail",
    ColumnRole.SECTION: "Section",
    ColumnRole.GRADE: "Grade level",
    ColumnRole.LEFT_OUT: "Skip",
}


@dataclass(frozen=True)
class ReportLine:
    """One line of “What will happen”: the figure, then what becomes of it."""

    figure: str
    rest: str
    happens: bool = True


def count_of(number: int, word: str) -> str:
    """“1 score”, “1,052 scores”."""
    many = {"class": "classes", "person": "people"}.get(word, f"{word}s")
    return f"{number:,} {word if number == 1 else many}"


def listed(words: list[str], limit: int = 3) -> str:
    """“a, b and c”; beyond the limit “a, b, c and 4 more”."""
    if len(words) > limit:
        return f"{', '.join(words[:limit])} and {len(words) - limit} more"
    return " and ".join(
        part for part in (", ".join(words[:-1]), words[-1] if words else "") if part
    )


def day_words(day: datetime.date) -> str:
    """“Fri 20 Nov”, the same on every computer."""
    weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{weekdays[day.weekday()]} {day.day} {months[day.month - 1]}"


def format_words(name: str) -> str:
    """What a file looks like."""
    return _FORMATS.get(name, name.replace("_", " ").capitalize())


def taken_for(column: ColumnRead) -> str:
    """What a column is taken for, short enough for its heading."""
    if column.assessment is not None:
        return ", ".join(column.assessment.standards) or "Scores"
    return _ROLE_WORDS.get(column.role, "Skip")


def has_news(preview: ImportPreview) -> bool:
    """Whether taking the file in would add or change anything."""
    counts = preview.counts
    assessments = sum(part.plan.assessments_new for part in preview.classes)
    return counts.students_new + counts.scores_new + counts.scores_changed + assessments > 0


def button_words(preview: ImportPreview | None) -> str:
    """What the button says it will do."""
    if preview is None or preview.problem is not None:
        return "Import"
    counts = preview.counts
    scores = counts.scores_new + counts.scores_changed
    if scores:
        return f"Import {count_of(scores, 'score')}"
    if counts.students_new:
        return f"Import {count_of(counts.students_new, 'student')}"
    return "Import" if has_news(preview) else "Nothing new to import"


def done_sentence(preview: ImportPreview) -> str:
    """What the toast says afterwards."""
    counts = preview.counts
    students = count_of(counts.students_new + counts.students_matched, "student")
    scores = counts.scores_new + counts.scores_changed
    if scores:
        return f"Imported {count_of(scores, 'score')} for {students}."
    return f"Imported {students}."


def report_lines(preview: ImportPreview) -> list[ReportLine]:
    """What would happen, what stays as it is, what is skipped."""
    lines = [*_class_lines(preview), *_student_lines(preview), *_score_lines(preview)]
    skipped = [c for c in preview.source.columns if c.role is ColumnRole.LEFT_OUT and c.header]
    if skipped:
        verb = "is skipped." if len(skipped) == 1 else "are skipped."
        computed = any("orked out" in column.why for column in skipped)
        totals = " Totals are never imported." if computed else ""
        figure = count_of(len(skipped), "column")
        lines.append(ReportLine(figure, verb + totals, happens=False))
    return lines


def _class_lines(preview: ImportPreview) -> list[ReportLine]:
    parts = preview.classes
    if len(parts) < 2:
        known = all(part.class_id is not None for part in parts)
        return [] if known else [ReportLine("1 new class", parts[0].name)]
    return [ReportLine(count_of(len(parts), "class"), listed([part.name for part in parts], 6))]


def _student_lines(preview: ImportPreview) -> list[ReportLine]:
    seen: dict[int, MatchBy | None] = {}
    for part in preview.classes:
        for place in part.students:
            student = part.plan.students[place]
            seen[student.rows[0]] = student.by if student.known_id is not None else None
    ways = Counter(seen.values())
    lines = [
        ReportLine(count_of(ways[by], "student"), words)
        for by, words in _MATCHED_BY.items()
        if ways[by]
    ]
    if ways[None]:
        lines.append(ReportLine(count_of(ways[None], "new student"), "added to the class"))
    return lines


def _score_lines(preview: ImportPreview) -> list[ReportLine]:
    counts, lines = preview.counts, []
    if counts.scores_new:
        lines.append(ReportLine(count_of(counts.scores_new, "new score"), _where_to(preview)))
    if counts.scores_changed:
        figure = count_of(counts.scores_changed, "changed score")
        lines.append(ReportLine(figure, "the old ones are kept aside"))
    alone = counts.scores_same + counts.kept
    if alone:
        stay = "is here already, left alone" if alone == 1 else "are here already, left alone"
        lines.append(ReportLine(count_of(alone, "score"), stay, happens=False))
    return lines


def _where_to(preview: ImportPreview) -> str:
    """“go to 3.NF.1 and 3.NF.2, taken Fri 20 Nov”."""
    read = preview.read.assessments
    codes = list(dict.fromkeys(code for one in read for code in one.standards))
    untold = sum(1 for one in read if not one.standards)
    to = f"in {count_of(len(read), 'assessment')}"
    if codes:
        to = f"go to {listed(codes)}"
    days = {one.date for one in read}
    (day,) = days if len(days) == 1 else (None,)
    taken = f", taken {day_words(day)}" if day else ""
    without = f", {untold} without a standard" if untold and codes else ""
    return f"{to}{taken}{without}"


def person_words(student: KnownStudent) -> str:
    """A known student in a list of choices."""
    number = next((value for kind, value in student.ids.items() if value and kind != "email"), "")
    name = " ".join(part for part in (student.first, student.last, student.suffix) if part)
    return f"{name} ({number})" if number else name
