"""What the teacher corrected in a file, kept for the next file of the same shape.

Columns are known again by their headings, so that a gradebook which has grown since still fits.
Kept is only what differs from the file: a date or a standard she gave, not points the file says.
Cells she typed over are not kept; the next file has other rows.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from hashlib import sha256
from typing import Any

from plplanner.importing.corrections import BlankMeans, Corrections
from plplanner.importing.header_words import NAME_ROLES, ColumnRole, header_form
from plplanner.importing.rows import (
    AssessmentRead,
    ColumnRead,
    GradebookRead,
    RememberedMapping,
    TableRead,
)
from plplanner.importing.shown_table import table_of
from plplanner.terms import ScoreStatus

_ABOUT_PEOPLE = NAME_ROLES | {ColumnRole.ID, ColumnRole.EMAIL, ColumnRole.SECTION, ColumnRole.GRADE}
_ENOUGH_HEADINGS = 2
_Heading = tuple[str, int]


def shape_of_file(read: GradebookRead) -> str:
    """A fingerprint of the system and the headings about people; scores come and go weekly."""
    source = read.source or table_of(read)
    headings = sorted(
        heading for heading, column in _headings(source) if column.role in _ABOUT_PEOPLE
    )
    return sha256(json.dumps([read.format, headings]).encode()).hexdigest()


def mapping_of(read: GradebookRead, corrections: Corrections) -> RememberedMapping:
    """What to remember of the corrections of `read`, the file before them."""
    source = read.source or table_of(read)
    named = [heading for heading, _ in _headings(source)]
    kept = {
        "columns": [
            [*named[place], _column_as_json(column, source.columns[place])]
            for place, column in sorted(corrections.columns.items())
            if place < len(named)
        ],
        "scores": [h for h, column in _headings(source) if column.assessment is not None],
        "blank": corrections.blank.value,
        "marks": {word: status.value for word, status in sorted(corrections.marks.items())},
        "percent": corrections.bare_numbers_are_percent,
        "extra_credit": corrections.extra_credit,
        "classes": {section: name for section, name in corrections.classes.items() if section},
    }
    return RememberedMapping(shape_of_file(read), json.dumps(kept, ensure_ascii=False))


def corrections_from(text: str, read: GradebookRead) -> Corrections:
    """The remembered corrections on the columns of this file.

    The answers about blanks, marks and percents only count for a file that says as much about
    people as a system does, or that shares a heading of scores: a bare list of names with
    another test is another file. Text that cannot be read any more gives no corrections.
    """
    try:
        kept = json.loads(text)
        return _corrections(kept, read.source or table_of(read))
    except (KeyError, TypeError, ValueError):
        return Corrections()


def _corrections(kept: Mapping[str, Any], source: TableRead) -> Corrections:
    places = {heading: place for place, (heading, _) in enumerate(_headings(source))}
    columns = {
        places[(heading, number)]: _column_from(said, source.columns[places[(heading, number)]])
        for heading, number, said in kept["columns"]
        if (heading, number) in places
    }
    classes = {str(section): str(name) for section, name in kept.get("classes", {}).items()}
    corrections = Corrections(columns=columns, classes=classes)
    about_people = sum(column.role in _ABOUT_PEOPLE for column in source.columns)
    shared = {(heading, number) for heading, number in kept["scores"]} & places.keys()
    if about_people < _ENOUGH_HEADINGS and not shared:
        return corrections
    return replace(
        corrections,
        blank=BlankMeans(kept["blank"]),
        marks={word: ScoreStatus(status) for word, status in kept["marks"].items()},
        bare_numbers_are_percent=bool(kept["percent"]),
        extra_credit=bool(kept["extra_credit"]),
    )


def _headings(source: TableRead) -> list[tuple[_Heading, ColumnRead]]:
    """Each column's heading in plain form, numbered where several read the same."""
    seen = Counter[str]()
    found = []
    for column in source.columns:
        form = header_form(column.header)
        found.append(((form, seen[form]), column))
        seen[form] += 1
    return found


def _column_as_json(column: ColumnRead, before: ColumnRead) -> dict[str, Any]:
    said: dict[str, Any] = {"role": column.role.value, "id_kind": column.id_kind, "why": column.why}
    if column.assessment is not None:
        stood = before.assessment or AssessmentRead(None)
        said["assessment"] = {
            field.name: _plain(getattr(column.assessment, field.name))
            for field in fields(AssessmentRead)
            if before.assessment is None
            or getattr(column.assessment, field.name) != getattr(stood, field.name)
        }
    return said


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _column_from(said: Mapping[str, Any], column: ColumnRead) -> ColumnRead:
    told = replace(
        column,
        role=ColumnRole(said["role"]),
        id_kind=str(said["id_kind"]),
        why=str(said["why"]),
        assessment=None,
    )
    if "assessment" not in said:
        return told
    stood = column.assessment or AssessmentRead(None)
    known = {field.name for field in fields(AssessmentRead)}
    values = {name: value for name, value in said["assessment"].items() if name in known}
    if values.get("date"):
        values["date"] = date.fromisoformat(values["date"])
    if "standards" in values:
        values["standards"] = tuple(values["standards"])
    return replace(told, assessment=replace(stood, **values))
