import ast
import re
from functools import cache
from pathlib import Path

import pytest

import plplanner.ui
from plplanner.assets import asset
from plplanner.gradebook.typed_scores import STATUS_KEYS
from plplanner.terms import ScoreStatus
from plplanner.ui.shell.acts import ACTS, ANY_LETTER, KEYS, ROOMS, SETTINGS, act_with, spelled

UI = Path(plplanner.ui.__file__).parent
SHEET = "screens.gradebook.score_sheet"
# Qt's names of keys, as the table spells them. Two keys that always do the same are one.
SPELLINGS = {
    "Enter": "Return", "Backtab": "Tab", "Delete": "Del", "Escape": "Esc", "PageUp": "PgUp",
    "PageDown": "PgDown", "Find": "F", "Print": "P", "Paste": "V",
}  # fmt: skip


def module_of(path):
    return ".".join(path.relative_to(UI).with_suffix("").parts)


def keys_in(path):
    """The keys a module names: Qt.Key.Key_F4, StandardKey.Find, "Alt+Left"."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr.startswith("Key_"):
            found.add(node.attr.removeprefix("Key_"))
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("StandardKey"):
            found.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= set(re.findall(r"^(?:Ctrl|Alt|Shift)\+(\w+)$", node.value))
    return {SPELLINGS.get(name, name) for name in found}


MODULES = {
    module_of(path): path for path in sorted(UI.rglob("*.py")) if module_of(path) != "shell.acts"
}


@cache
def heard_in(module):
    return keys_in(MODULES[module]) if module in MODULES else set()


def listed_for(module):
    return {key.split("+")[-1] for row in KEYS if module in row.heard_in for key in row.keys}


@pytest.mark.parametrize("module", MODULES)
def test_every_key_a_widget_hears_is_in_the_table(module):
    assert heard_in(module) - listed_for(module) == set(), "shell/acts.py does not list these keys"


def test_the_widgets_of_the_list_rooms_are_among_those_held_against_the_table():
    assert {"kit.row_view", "kit.list_pane", "kit.drop_list", "kit.plan_grid"} <= {
        module for module in MODULES if heard_in(module)
    }


def test_no_key_in_the_table_is_one_that_nobody_hears_any_more():
    for row in KEYS:
        heard = set().union(*(heard_in(module) for module in row.heard_in))
        typed = ANY_LETTER in row.keys or SHEET in row.heard_in or not row.heard_in
        assert typed or {key.split("+")[-1] for key in row.keys} <= heard, row


def test_the_letters_of_scores_are_those_that_are_understood():
    rows = {row.keys[0].lower(): row.says for row in KEYS if SHEET in row.heard_in}
    assert set(rows) == set(STATUS_KEYS)
    words = {
        ScoreStatus.ABSENT: "Absent",
        ScoreStatus.EXCUSED: "Excused",
        ScoreStatus.MISSING: "Missing",
    }
    assert rows == {key: words[status] for key, status in STATUS_KEYS.items()}


def test_no_key_means_two_things_everywhere():
    keys = [one.shortcut for one in (*ACTS, *ROOMS, SETTINGS) if one.shortcut]
    assert len(keys) == len(set(keys))


def test_every_act_and_room_has_its_icon():
    for name in [act.icon for act in ACTS if act.icon] + [room.icon for room in ROOMS]:
        assert asset("icons", f"{name}.svg")


def test_an_act_is_found_by_its_key():
    assert act_with("undo").shortcut == "Ctrl+Z"
    with pytest.raises(KeyError):
        act_with("nothing")


def test_keys_are_spelled_as_on_the_keyboard():
    assert spelled("Return", "F2") == "Enter, F2"
    assert spelled("-") == "Minus"
