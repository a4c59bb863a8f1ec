"""“What will happen”, line by line: who comes in, what is new, and what is left out and why."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from plplanner.importing.header_words import ColumnRole
from plplanner.importing.preview import ImportPreview
from plplanner.importing.rows import (
    AssessmentRead,
    ImportPlan,
    KnownStudent,
    MatchBy,
    ScoreChange,
)
from plplanner.importing.unsettled_people import names_borne_twice
from plplanner.records import record
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screens.importing.wording import (
    classes_in_order,
    count_of,
    listed,
    names_told_apart,
)

_MATCHED_BY = {
    MatchBy.ID: "matched by ID",
    MatchBy.EMAIL: "matched by e-mail",
    MatchBy.NAME: "matched by name",
    MatchBy.CHOICE: "matched by you",
}
_REASONS_SHOWN = 4


@record(frozen=True)
class ReportLine:
    """One line: the figure, what becomes of it, and below it the names or reasons."""

    figure: str
    rest: str
    happens: bool = True
    details: tuple[str, ...] = ()


def report_lines(
    preview: ImportPreview,
    known: Mapping[int, KnownStudent] | None = None,
    members: Mapping[int, Collection[int]] | None = None,
) -> list[ReportLine]:
    """What would happen, what stays as it is, what is skipped.

    `known` gives students' names, `members` who is in each class now, by its id.
    """
    return [
        *_class_lines(preview),
        *_student_lines(preview),
        *_assessment_lines(preview),
        *_score_lines(preview),
        *_elsewhere_lines(preview, known or {}, members or {}),
        *_staying_lines(preview, known or {}),
        *_skipped_lines(preview),
    ]


def _class_lines(preview: ImportPreview) -> list[ReportLine]:
    parts = preview.classes
    joined = [
        ReportLine(f"{1 + len(part.also)} sections", f"become one class, {part.name}")
        for part in parts
        if part.also
    ]
    if len(parts) < 2:
        known = all(part.class_id is not None for part in parts)
        return joined if known else [ReportLine("1 new class", parts[0].name), *joined]
    held = [f"{one.name} ({len(one.students)} students)" for one in classes_in_order(preview)]
    names = listed([one.replace("(1 students)", "(1 student)") for one in held], 6)
    return [ReportLine(count_of(len(parts), "class"), names), *joined]


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
        to = "added to the class" if len(preview.classes) < 2 else "added to their classes"
        lines.append(ReportLine(count_of(ways[None], "new student"), to))
    for name in names_borne_twice(preview.classes):
        lines.append(ReportLine(f"Two called {name}", "stay two students"))
    return lines


def _assessment_lines(preview: ImportPreview) -> list[ReportLine]:
    plans = [part.plan for part in preview.classes]
    if not plans or not plans[0].assessments:
        return []
    new = max(plan.assessments_new for plan in plans)
    renamed = list(dict.fromkeys(words for plan in plans for words in _renamed(plan)))
    lines = []
    if new:
        titles = [a.read.title or "" for a in plans[0].assessments if a.known_id is None]
        lines.append(ReportLine(count_of(new, "new assessment"), listed(titles)))
    if renamed:
        lines.append(ReportLine(count_of(len(renamed), "new title"), "; ".join(renamed[:3])))
    return lines


def _renamed(plan: ImportPlan) -> list[str]:
    return [
        f"“{one.renamed_from}” is “{one.read.title}” now"
        for one in plan.assessments
        if one.renamed_from
    ]


def _score_lines(preview: ImportPreview) -> list[ReportLine]:
    counts, lines = preview.counts, []
    if counts.scores_new:
        figure = count_of(counts.scores_new, "new score")
        new = _new_scores(preview)
        details = (*_with_standard(new), *_without_standard(preview))
        lines.append(ReportLine(figure, _where_to(new), details=details))
    if counts.scores_changed:
        figure = count_of(counts.scores_changed, "changed score")
        lines.append(ReportLine(figure, "the old ones are kept aside"))
    if retaken := _retaken(preview):
        figure = f"{retaken:,} taken more than once"
        lines.append(ReportLine(figure, "the latest counts, every try is kept"))
    alone = counts.scores_same + counts.kept
    if alone:
        stay = "is here already, left alone" if alone == 1 else "are here already, left alone"
        lines.append(ReportLine(count_of(alone, "score"), stay, happens=False))
    return lines


def _retaken(preview: ImportPreview) -> int:
    """How many of the scores that come in have several tries."""
    return sum(
        len(planned.score.attempts) > 1
        for part in preview.classes
        for members in [frozenset(part.students)]
        for planned in part.plan.scores
        if planned.student in members and planned.what is not ScoreChange.SAME
    )


def _new_scores(preview: ImportPreview) -> list[tuple[AssessmentRead, int]]:
    """The assessments that get new scores, and how many."""
    new: Counter[int] = Counter()
    for part in preview.classes:
        members = frozenset(part.students)
        new.update(
            planned.assessment
            for planned in part.plan.scores
            if planned.student in members and planned.what is ScoreChange.NEW
        )
    planned = preview.classes[0].plan.assessments
    return [(planned[place].read, new[place]) for place in sorted(new)]


def _where_to(new: Sequence[tuple[AssessmentRead, int]]) -> str:
    """“go to 3.NF.1 and 3.NF.2, taken Fri 20 Nov”, where all of them do."""
    to = f"in {count_of(len(new), 'assessment')}"
    if all(one.standards for one, _ in new):
        to = f"go to {listed(_codes(new))}"
    days = {one.date for one, _ in new}
    (day,) = days if len(days) == 1 else (None,)
    taken = f", taken {day_words(day)}" if day else ""
    return f"{to}{taken}"


def _codes(new: Sequence[tuple[AssessmentRead, int]]) -> list[str]:
    return list(dict.fromkeys(code for one, _ in new for code in one.standards))


def _with_standard(new: Sequence[tuple[AssessmentRead, int]]) -> tuple[str, ...]:
    """How many of the new scores go to a standard, where not all do."""
    going = sum(scores for one, scores in new if one.standards)
    if not going or all(one.standards for one, _ in new):
        return ()
    verb = "goes" if going == 1 else "go"
    return (f"{going:,} of them {verb} to {listed(_codes(new))}.",)


def _without_standard(preview: ImportPreview) -> tuple[str, ...]:
    """How many new assessments have no standard while others do; where to give them one."""
    read, plan = preview.read.assessments, preview.classes[0].plan
    untold = sum(1 for one in plan.assessments if one.known_id is None and not one.read.standards)
    if not untold or not any(one.standards for one in read):
        return ()
    has, it = ("has", "it") if untold == 1 else ("have", "them")
    said = f"{count_of(untold, 'assessment')} {has} no standard."
    return (f"{said} Give {it} one at the head of the column, or later in Scores.",)


def _elsewhere_lines(
    preview: ImportPreview,
    known: Mapping[int, KnownStudent],
    members: Mapping[int, Collection[int]],
) -> list[ReportLine]:
    """Who would join this class and is in another so far."""
    elsewhere: dict[str, dict[int, None]] = {}
    for part in preview.classes:
        inside = members.get(part.class_id, ()) if part.class_id is not None else ()
        for student, names in part.other_classes.items():
            if student not in inside:
                elsewhere.setdefault(" and ".join(names), {})[student] = None
    return [
        ReportLine(
            count_of(len(students), "student"),
            f"{'is' if len(students) == 1 else 'are'} in {name} so far, and in this class too now",
            details=_named(students, known),
        )
        for name, students in elsewhere.items()
    ]


def _staying_lines(preview: ImportPreview, known: Mapping[int, KnownStudent]) -> list[ReportLine]:
    """Who is in the class but not in the file, and who had left it: nobody is deleted."""
    absent = [one for part in preview.classes for one in part.not_in_file]
    left = [one for part in preview.classes for one in part.left_before]
    return [
        ReportLine(
            count_of(len(students), "student"),
            words[0] if len(students) == 1 else words[1],
            happens=False,
            details=_named(students, known),
        )
        for students, words in ((absent, _NOT_IN_FILE), (left, _LEFT_BEFORE))
        if students
    ]


_NOT_IN_FILE = "is not in this file and stays", "are not in this file and stay"
_LEFT_BEFORE = (
    "left the class; the scores come in, the student stays away",
    "left the class; their scores come in, they stay away",
)


def _named(students: Iterable[int], known: Mapping[int, KnownStudent]) -> tuple[str, ...]:
    names = names_told_apart([known[one] for one in students if one in known])
    return (listed(names, 6),) if names else ()


def _skipped_lines(preview: ImportPreview) -> list[ReportLine]:
    skipped = _skipped(preview)
    if not skipped:
        return []
    by_reason: dict[str, list[str]] = {}
    for header, why in skipped:
        by_reason.setdefault(why or "Not a score.", []).append(header)
    reasons = [f"{listed(heads, 2)}: {_lower(why)}" for why, heads in by_reason.items()]
    verb = "is left out" if len(skipped) == 1 else "are left out"
    more = len(reasons) - _REASONS_SHOWN
    further = [f"and {more} more {'reason' if more == 1 else 'reasons'}"] if more > 0 else []
    shown = (*reasons[:_REASONS_SHOWN], *further)
    return [ReportLine(count_of(len(skipped), "column"), verb, False, shown)]


def _skipped(preview: ImportPreview) -> list[tuple[str, str]]:
    """(heading, why) of the columns left out."""
    if preview.source.as_written:
        return [
            (column.header, column.why)
            for column in preview.source.columns
            if column.role is ColumnRole.LEFT_OUT and column.header
        ]
    told = [
        (column.header, column.why)
        for column in preview.source.columns
        if column.role is ColumnRole.LEFT_OUT
    ]
    return [*((one.header, one.why) for one in preview.read.ignored_columns), *told]


def _lower(why: str) -> str:
    """A reason after a colon."""
    return why[:1].lower() + why[1:].rstrip(".")
