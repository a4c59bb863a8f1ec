"""The sentences of the import drawer."""

from collections import Counter
from collections.abc import Sequence

from plplanner.importing.class_plans import sections_in
from plplanner.importing.header_words import ColumnRole
from plplanner.importing.preview import ImportPreview
from plplanner.importing.rows import (
    ClassImport,
    ColumnRead,
    KnownStudent,
    ScoreRead,
    StudentRead,
)
from plplanner.roster.names import compare_key
from plplanner.terms import ScoreStatus
from plplanner.ui.screens.importing.files_in import FileIn
from plplanner.ui.screens.importing.one_file import has_news
from plplanner.ui.screens.importing.system_names import system_words

_STATUS_WORDS = {
    ScoreStatus.NONE: "no evidence",
    ScoreStatus.EXCUSED: "excused",
    ScoreStatus.MISSING: "not handed in",
    ScoreStatus.ABSENT: "absent",
    ScoreStatus.INCOMPLETE: "not finished",
    ScoreStatus.NOT_ASSIGNED: "not assigned",
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


def taken_for(column: ColumnRead) -> str:
    """What a column is taken for, short enough for its heading."""
    if column.assessment is not None:
        return ", ".join(column.assessment.standards) or "Scores"
    return _ROLE_WORDS.get(column.role, "Skip")


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


def nothing_new_words(preview: ImportPreview) -> str:
    """Why there is nothing to import, and what to do next."""
    counts = preview.counts
    here = counts.scores_same + counts.kept
    if here:
        held = "The 1 score" if here == 1 else f"All {here:,} scores"
        verb = "is" if here == 1 else "are"
        return (
            f"{held} in this file {verb} here already. Export it again when there are new "
            "scores, or go on to your groups."
        )
    known = count_of(counts.students_matched, "student")
    return f"{known} and no score that is new. Go on to your groups, or add scores first."


def done_sentence(preview: ImportPreview) -> str:
    """What the toast says afterwards; of several classes each, and which of them is open."""
    counts = preview.counts
    if len(preview.classes) > 1:
        return _done_in_classes(preview)
    students = count_of(counts.students_new + counts.students_matched, "student")
    scores = counts.scores_new + counts.scores_changed
    if scores:
        return f"Imported {count_of(scores, 'score')} for {students}."
    return f"Imported {students}."


def _done_in_classes(preview: ImportPreview) -> str:
    counts = preview.counts
    parts = classes_in_order(preview)
    scores = counts.scores_new + counts.scores_changed
    held = [f"{len(part.students)} in {part.name}" for part in parts]
    held[0] = f"{count_of(len(parts[0].students), 'student')} in {parts[0].name}"
    what = f"{count_of(scores, 'score')}: " if scores else ""
    return f"Imported {what}{listed(held)}. {parts[0].name} is open."


def classes_in_order(preview: ImportPreview) -> list[ClassImport]:
    """The classes in the order in which the file names them."""
    sections = sections_in(preview.read)
    places = {section: place for place, section in enumerate(sections)}
    return sorted(preview.classes, key=lambda part: places.get(part.section, len(places)))


def place_of_first(preview: ImportPreview) -> int:
    """Where the class stands that the file names first."""
    return preview.classes.index(classes_in_order(preview)[0])


def person_words(student: KnownStudent) -> str:
    """A known student in a list of choices."""
    number = next((value for kind, value in student.ids.items() if value and kind != "email"), "")
    return f"{known_name(student)} ({number})" if number else known_name(student)


def known_name(student: KnownStudent) -> str:
    """A known student as one says her name."""
    return " ".join(part for part in (student.first, student.last, student.suffix) if part)


def names_told_apart(students: Sequence[KnownStudent]) -> list[str]:
    """Known students as one says them; who would read alike gets a number as well."""
    alike = Counter(compare_key(known_name(one)) for one in students)
    return [
        person_words(one) if alike[compare_key(known_name(one))] > 1 else known_name(one)
        for one in students
    ]


def name_in_file(student: StudentRead) -> str:
    """A person of the file as one says the name."""
    said = " ".join(part for part in (student.first, student.last, student.suffix) if part)
    return said or student.display or "This student"


def score_words(score: ScoreRead) -> str:
    """“3 of 5”, “201”, “80 %”, “excused”, “3 of 5, late”."""
    word = _STATUS_WORDS.get(score.status, "")
    if not word:
        word = _number_words(score)
    return f"{word}, late" if score.late else word


def _number_words(score: ScoreRead) -> str:
    if score.points is not None:
        of = f" of {score.possible:g}" if score.possible is not None else ""
        return f"{score.points:g}{of}"
    if score.scale_score is not None:
        return f"{score.scale_score:g}"
    if score.level:
        return score.level
    return f"{score.percent:g} %" if score.percent is not None else "scored"


def list_line(file: FileIn) -> str:
    """What one of several files is: its system and what it holds, or why it is no gradebook."""
    if file.read is None and file.is_gradebook:
        return f"A whole district: {count_of(len(file.sections), 'class')}, read one at a time"
    if file.read is None:
        return f"{file.problem.what} {file.problem.next_step}" if file.problem else ""
    read = file.read
    held = [count_of(len(read.students), "student")]
    if file.sections:
        held.insert(0, count_of(len(file.sections), "class"))
    if read.assessments:
        held.append(count_of(len(read.assessments), "assessment"))
    return f"{system_words(read.format)} · {', '.join(held)}"
