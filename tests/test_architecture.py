"""The house rules that no linter knows: pairs, sizes, purity, names, commands and steps."""

import ast
import importlib
import inspect
import re
import statistics
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from tests.source_trees import tree_of

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "plplanner"
TESTS = ROOT / "tests"

FEATURE_ROOMS = {
    "calendar", "roster", "library", "playlists", "gradebook", "importing", "grouping", "rotation",
    "sharing",
}  # fmt: skip
TOUCHES_TABLES = {"commands.py", "queries.py"}
IMPURE = {"sqlalchemy", "sqlite3", "sqlcipher3", "PySide6", "reportlab"}
# What holds for a room as a whole has a test of its own, beside those of its files.
OF_THE_WHOLE_ROOM = {"test_every_room.py"}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "service", "handler", "misc"}
FILE_LIMIT, FILE_P95, FUNCTION_LIMIT, FUNCTION_P95, CLASS_LIMIT = 500, 300, 60, 30, 300


def python_files(folder):
    return sorted(path for path in folder.rglob("*.py") if "referee" not in path.parts)


@cache
def statements_of(path):
    """Every statement at any depth: within expressions nothing is imported or defined."""
    found, waiting = [], [tree_of(path)]
    while waiting:
        node = waiting.pop()
        found.append(node)
        for part in ("body", "orelse", "finalbody", "handlers", "cases"):
            waiting += getattr(node, part, ())
    return found


def modules_imported_by(path):
    for node in statements_of(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def needs_a_test(path):
    return not (
        path.name in ("__init__.py", "rows.py") or "models" in path.relative_to(SOURCE).parts
    )


def test_every_source_file_has_a_test_file_at_the_same_path():
    missing = [
        str(path.relative_to(SOURCE))
        for path in python_files(SOURCE)
        if needs_a_test(path) and not _test_of(path).exists()
    ]
    assert missing == []


def _test_of(path):
    place = path.relative_to(SOURCE)
    return TESTS / place.parent / f"test_{place.stem.strip('_')}.py"


def test_every_test_of_a_room_has_its_source_file():
    orphans = [
        str(path.relative_to(TESTS))
        for room in sorted(p.name for p in SOURCE.iterdir() if p.is_dir())
        for path in python_files(TESTS / room)
        if path.name.startswith("test_")
        and not _source_of(path).exists()
        and path.name not in OF_THE_WHOLE_ROOM
    ]
    assert orphans == []


def _source_of(path):
    place = path.relative_to(TESTS)
    return SOURCE / place.parent / place.name.removeprefix("test_")


def test_thinking_is_pure():
    guilty = [
        f"{path.relative_to(SOURCE)} imports {module}"
        for room in FEATURE_ROOMS
        for path in python_files(SOURCE / room)
        if path.name not in TOUCHES_TABLES
        for module in modules_imported_by(path)
        if module.split(".")[0] in IMPURE
        or module.startswith(("plplanner.store", "plplanner.models"))
    ]
    assert guilty == []


def test_view_models_know_of_qt_only_its_core():
    guilty = [
        f"{path.relative_to(SOURCE)} imports {module}"
        for path in SOURCE.glob("ui/screens/*/viewmodel*.py")
        for module in modules_imported_by(path)
        if module.startswith("PySide6") and module != "PySide6.QtCore"
    ]
    assert guilty == []


def test_no_layout_is_asked_for_its_items():
    """PySide keeps one it handed out, also when Qt has deleted it: tests/ui/layout_items.py."""
    asking = [
        str(path.relative_to(SOURCE))
        for path in python_files(SOURCE / "ui")
        if re.search(r"\.itemAt(Position)?\(", path.read_text(encoding="utf-8"))
    ]
    assert asking == []


def test_no_file_is_named_after_nothing():
    named = [p for p in python_files(SOURCE) + python_files(TESTS) if p.stem in FORBIDDEN_NAMES]
    assert named == []


def test_nothing_reaches_for_the_network():
    network = {"socket", "urllib", "http", "requests", "ssl", "ftplib", "smtplib"}
    allowed = {
        ("store/lock.py", "socket"),
        ("store/engine.py", "urllib.parse"),
        ("store/glimpse.py", "urllib.parse"),
    }
    guilty = [
        (place, module)
        for path in python_files(SOURCE)
        for place in [path.relative_to(SOURCE).as_posix()]
        for module in modules_imported_by(path)
        if (module.split(".")[0] in network or module == "PySide6.QtNetwork")
        and (place, module) not in allowed
    ]
    assert guilty == []


def lengths(kind, files):
    return {
        f"{path.relative_to(ROOT)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in files
        for node in statements_of(path)
        if isinstance(node, kind)
    }


def percentile_95(values):
    return statistics.quantiles(values, n=20)[-1]


@pytest.mark.parametrize(
    "folder", ["src", pytest.param("tests", marks=pytest.mark.long), "benchmarks"]
)
def test_files_functions_and_classes_stay_small(folder):
    files = python_files(ROOT / folder)
    sizes = {str(p.relative_to(ROOT)): len(p.read_text().splitlines()) for p in files}
    functions = lengths(ast.FunctionDef | ast.AsyncFunctionDef, files)
    classes = lengths(ast.ClassDef, files)
    assert {name: n for name, n in sizes.items() if n > FILE_LIMIT} == {}
    assert {name: n for name, n in functions.items() if n > FUNCTION_LIMIT} == {}
    assert {name: n for name, n in classes.items() if n > CLASS_LIMIT} == {}
    assert percentile_95(list(sizes.values())) <= FILE_P95
    assert percentile_95(list(functions.values())) <= FUNCTION_P95


def commands():
    yield from functions_of_files_called("commands")


def queries():
    yield from functions_of_files_called("queries")


def functions_of_files_called(word):
    for path in SOURCE.rglob(f"{word}.py"):
        room = ".".join(path.parent.relative_to(SOURCE).parts)
        module = importlib.import_module(f"plplanner.{room}.{word}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if not name.startswith("_") and function.__module__ == module.__name__:
                yield f"{room}.{name}", function


def test_every_command_has_the_human_name_that_undo_shows():
    nameless = [name for name, function in commands() if not hasattr(function, "step_label")]
    assert nameless == []


def test_commands_and_queries_take_a_session_and_then_only_keywords():
    wrong = []
    for name, function in (*commands(), *queries()):
        first, *others = inspect.signature(function).parameters.values()
        if first.name != "session" or any(p.kind is not p.KEYWORD_ONLY for p in others):
            wrong.append(name)
    assert wrong == []


def tables_of_other_rooms(tree, room):
    own = {
        "grouping": {"grouping", "grouping_rules"},
        "library": {"library", "standards", "learning_targets"},
    }.get(room, {room})
    return {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("plplanner.models.")
        and node.module.rsplit(".", 1)[1] not in own
        for alias in node.names
    }


def test_a_room_s_commands_write_only_its_own_tables():
    # A command may look at another room's table; adding or deleting its rows is that room's.
    for path in SOURCE.rglob("commands.py"):
        room = path.relative_to(SOURCE).parts[0]
        tree = tree_of(path)
        made = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert tables_of_other_rooms(tree, room) & made == set(), room


def test_migrations_are_numbered_without_gaps():
    numbers = [int(p.name[:4]) for p in sorted(SOURCE.glob("store/migrations/*.sql"))]
    assert numbers[0] == 1
    assert all(after == before + 1 for before, after in pairwise(numbers))


def test_nothing_committed_names_a_place_on_somebody_s_machine():
    machine_path = re.compile(r"/(?:home|Users|work|root)/\w")
    text_files = (
        path
        for folder in ("src", "docs", "benchmarks", "packaging", "tests")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".py", ".md", ".sh", ".toml", ".txt") and path != Path(__file__)
    )
    guilty = [
        str(path.relative_to(ROOT))
        for path in text_files
        if machine_path.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert guilty == []
