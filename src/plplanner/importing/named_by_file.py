"""Titles for assessments that a file does not name: its own name."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import PurePath

from plplanner.importing.clean_text import MAX_TITLE, clean_text, cut
from plplanner.importing.rows import AssessmentRead, GradebookRead

_COPY = re.compile(r"\s*\(\d{1,3}\)$")
_FORM_ANSWERS = re.compile(r"\s*\(Responses\)(?:\s*-.*)?$", re.IGNORECASE)
_QUIZ_REPORT = re.compile(
    r"[-_](?:grades|responses)$| Quiz Student Analysis Report$", re.IGNORECASE
)
_NOTHING_SAID = "Assessment"


def title_of_file(file_name: str) -> str:
    """The file name without extension, as the title of what is in it.

    “Exit ticket 9-4 (1).csv”, a second download, is “Exit ticket 9-4” again; what Google adds to
    the answers of a form, “(Responses) - Form Responses 1”, is left out, and so is the “-grades”
    of a Moodle quiz.
    """
    stem = clean_text(PurePath(file_name.replace("\\", "/")).name)
    dot = stem.rfind(".")
    bare = stem[:dot] if dot > 0 else stem
    for tail in (_COPY, _FORM_ANSWERS, _COPY, _QUIZ_REPORT):
        bare = tail.sub("", bare) or bare
    return cut(bare.strip(), limit=MAX_TITLE) or _NOTHING_SAID


def with_titles(read: GradebookRead, *, file_name: str) -> GradebookRead:
    """The same with a title for every assessment; several without one are numbered."""
    if all(assessment.title for assessment in read.assessments):
        return read
    title, seen = title_of_file(file_name), Counter[str]()
    named: list[AssessmentRead] = []
    for assessment in read.assessments:
        if assessment.title:
            named.append(assessment)
            continue
        seen[title] += 1
        number = seen[title]
        own = title if number == 1 else f"{title} {number}"
        named.append(replace(assessment, title=own))
    return replace(read, assessments=tuple(named))
