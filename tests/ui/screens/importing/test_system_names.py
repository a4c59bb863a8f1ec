import ast
import json
from pathlib import Path

import pytest

from plplanner.importing import formats
from plplanner.ui.screens.importing.system_names import SYSTEMS, system_words

FORMATS = Path(formats.__file__).parent
SAMPLES = Path(__file__).parents[3] / "gradebook_files"


def words_in(node):
    return {
        one.value
        for one in ast.walk(node)
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value.isidentifier()
    }


def named_in(path):
    """What a reader hands on as the name of its format."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        for keyword in node.keywords:
            if keyword.arg in ("format", "format_name"):
                found |= words_in(keyword.value)
        if getattr(node.func, "id", "") in ("gather", "gather_tables") and node.args:
            found |= words_in(node.args[0])
    return found


@pytest.mark.long
def test_every_format_a_reader_names_has_words():
    named = {name for path in FORMATS.glob("*.py") for name in named_in(path)}
    assert "canvas_gradebook" in named
    assert {"mclass_dibels8", "staar", "roster", "kolibri_session_log"} <= named
    assert named - SYSTEMS.keys() == set()


def test_every_sample_file_has_words():
    expected = [json.loads(p.read_text(encoding="utf-8")) for p in SAMPLES.rglob("*.expected.json")]
    assert {one["format"] for one in expected} - SYSTEMS.keys() == set()


def test_names_made_from_a_subject_have_words_too():
    star = (FORMATS / "star.py").read_text(encoding="utf-8")
    made = {word for word in words_in(ast.parse(star)) if word.startswith("renaissance_star")}
    assert made - SYSTEMS.keys() == set()
    assert system_words("some_new_system") == "Some new system"
