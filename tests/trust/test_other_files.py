"""Files of the same systems as other teachers have them: other years, locales, columns, orders.

`other_files/told.json` says what each holds. All were written for this project after the layouts
the vendors publish; every name is invented.
"""

import json
from pathlib import Path

import pytest

from plplanner.importing.as_json import as_json
from plplanner.importing.read_file import read_gradebook

FILES = Path(__file__).with_name("other_files")
TOLD = json.loads((FILES / "told.json").read_text(encoding="utf-8"))
KINDS = ("points", "percent", "scale_score", "level", "progress", "percentile")


ITEMS = {"right": "R", "wrong": "W", "not_answered": "O", None: "."}


def shown(score):
    """The number or word that counts, with its kind where it is no points; else the status."""
    if score["status"] != "scored":
        return score["status"]
    kind = next(kind for kind in KINDS if score.get(kind) is not None)
    items = "".join(ITEMS[item] for item in score.get("items", ()))
    said = score[kind] if kind == "points" else f"{kind} {score[kind]}"
    return f"{said} {items}" if items else said


def said(path):
    """What a file says, as short as one checks it by eye."""
    plain = as_json(read_gradebook(file_name=path.name, content=path.read_bytes()))
    return {
        "format": plain["format"],
        "assessments": [
            [one["title"], one["points_possible"], one["date"]] for one in plain["assessments"]
        ],
        "students": [
            {
                "name": f"{one['last'] or ''}, {one['first'] or ''}",
                "ids": {kind: value for kind, value in one["ids"].items() if value},
                "section": one["section"],
                "scores": [shown(score) for score in row],
            }
            for one, row in zip(plain["students"], plain["scores"], strict=True)
        ],
    }


@pytest.mark.parametrize("name", sorted(TOLD))
def test_a_file_of_another_class_year_or_language_is_read(name):
    assert said(FILES / name) == TOLD[name]
