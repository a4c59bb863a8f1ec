"""The files dropped together: what each is, what was told about it, and which comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum

from plplanner.importing.chosen_class import classes_to_choose_from
from plplanner.importing.corrections import Corrections
from plplanner.importing.rows import GradebookRead
from plplanner.problems import Problem
from plplanner.records import record


class Outcome(StrEnum):
    """What became of one file."""

    WAITING = "waiting"
    IMPORTED = "imported"
    SKIPPED = "skipped"


@record(frozen=True)
class Told:
    """What the teacher said about one file, and what was remembered from the last of its shape.

    `section` is the one class wanted of a district's file. `chosen` are known ids by place in the
    file, `said_new` the places of people who share a name and are new all the same.
    """

    class_name: str = ""
    section: str | None = None
    corrections: Corrections = field(default_factory=Corrections)
    is_remembered: bool = False
    chosen: Mapping[int, int] = field(default_factory=dict)
    said_new: frozenset[int] = frozenset()
    only_changes: bool | None = None


@record(frozen=True)
class FileIn:
    """One file: what it says, or why nothing. `told` is None until it is shown first.

    `sections` are the classes of a district's file, () for every other. One too large to be read
    whole keeps its `content`: each class is read alone, and `read` is None until one is chosen.
    `member` is its path where that content is a ZIP of several.
    `is_answered` once the teacher said anything about it.
    """

    name: str
    read: GradebookRead | None = None
    problem: Problem | None = None
    fingerprint: str = ""
    sections: tuple[str, ...] = ()
    outcome: Outcome = Outcome.WAITING
    told: Told | None = None
    content: bytes = field(default=b"", repr=False, compare=False)
    member: str | None = None
    is_answered: bool = False

    @property
    def is_gradebook(self) -> bool:
        """Scores or people can come of it."""
        return self.read is not None or bool(self.content)

    @property
    def is_waiting(self) -> bool:
        """A gradebook that was neither taken in nor skipped."""
        return self.is_gradebook and self.outcome is Outcome.WAITING

    @property
    def needs_class(self) -> bool:
        """A district's file, and nobody said yet whose class is wanted."""
        return bool(self.sections) and (self.told is None or self.told.section is None)


def file_in(name: str, read: GradebookRead, fingerprint: str) -> FileIn:
    """A file that was read."""
    sections = classes_to_choose_from(read)
    return FileIn(name, read, fingerprint=fingerprint, sections=sections)


def file_refused(
    name: str,
    problem: Problem | None,
    *,
    content: bytes = b"",
    fingerprint: str = "",
    member: str | None = None,
) -> FileIn:
    """A file that was not read: no gradebook, or too large, and then read class by class."""
    choices = problem.choices if problem else ()
    if not (choices and content):
        return FileIn(name, problem=problem)
    return FileIn(
        name,
        problem=problem,
        fingerprint=fingerprint,
        sections=choices,
        content=content,
        member=member,
    )


def next_waiting(files: Sequence[FileIn], after: int) -> int | None:
    """The place of the next file to look at, those before `after` last; None when all is done."""
    turned = [*range(after + 1, len(files)), *range(after + 1)]
    return next((place for place in turned if place < len(files) and files[place].is_waiting), None)


def with_file(files: Sequence[FileIn], place: int, **changed: object) -> tuple[FileIn, ...]:
    """The files with one of them changed."""
    one = replace(files[place], **changed)  # type: ignore[arg-type]
    return (*files[:place], one, *files[place + 1 :])
