"""Whatever is done in whatever order: steps are whole, undo is exact, every rule holds."""

import importlib
import inspect
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine

import plplanner
from plplanner.problems import Problem
from plplanner.sample import add_sample_class
from plplanner.store.planner_file import open_planner
from tests.builders import an_empty_planner
from tests.monkey import grouping_moves, lesson_moves, moves
from tests.monkey.world import World, contents
from tests.prepared import the_sample

ROOMS = Path(plplanner.__file__).parent
SEEDS = st.integers(0, 10_000)


def public_functions(module):
    return {
        name: function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }


def every_command():
    found = {"add_sample_class": add_sample_class}
    for path in sorted(ROOMS.rglob("commands.py")):
        room = ".".join(path.parent.relative_to(ROOMS).parts)
        module = importlib.import_module(f"plplanner.{room}.commands")
        found |= public_functions(module)
    return found


COMMANDS = every_command()
MOVES = public_functions(moves) | public_functions(grouping_moves) | public_functions(lesson_moves)
PLAYABLE = sorted(COMMANDS.keys() & MOVES.keys())


def test_the_monkey_has_a_move_for_every_command():
    without = [
        f"give {name} a move in the monkey" for name in sorted(COMMANDS.keys() - MOVES.keys())
    ]
    assert without == []


class Monkey(RuleBasedStateMachine):
    """Plays commands on one planner, remembering what it held before each step."""

    @initialize(sample=st.booleans())
    def begin(self, sample):
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "p.plplanner"
        self.path.write_bytes(the_sample() if sample else an_empty_planner())
        self.open()

    def open(self):
        self.planner = open_planner(self.path, now=moves.NOW)
        self.heard = []
        self.planner.watch(self.heard.append)
        self.past, self.future = [], []

    @rule(name=st.sampled_from(PLAYABLE), seed=SEEDS)
    def do_one_command(self, name, seed):
        self.play([name], seed, lambda: None)

    @rule(names=st.lists(st.sampled_from(PLAYABLE), min_size=2, max_size=5), seed=SEEDS)
    def do_several_commands_as_one_step(self, names, seed):
        self.play(names, seed, lambda: None)

    @rule(
        names=st.lists(st.sampled_from(PLAYABLE), min_size=1, max_size=4),
        seed=SEEDS,
        crash=st.sampled_from((RuntimeError, KeyboardInterrupt, MemoryError)),
    )
    def crash_in_the_middle_of_a_step(self, names, seed, crash):
        def fall():
            raise crash

        self.play(names, seed, fall, expected=crash)
        assert not self.heard

    def play(self, names, seed, end, *, expected=Problem):
        """One step of several commands; what is refused or crashes leaves no trace."""
        before, digest = contents(self.planner), self.planner.digest()
        world, self.heard[:] = World(self.planner, seed), []
        chosen = [(COMMANDS[name], MOVES[name](world)) for name in names]
        try:
            with self.planner.change("Step") as session:
                for command, arguments in chosen:
                    if arguments is not None:
                        command(session, **arguments)
                end()
        except (Problem, expected):
            assert self.planner.digest() == digest
            assert contents(self.planner) == before
        self.remember(before, digest)

    def remember(self, before, digest):
        """After a step: either news and a way back, or nothing changed at all."""
        if not self.heard:
            assert self.planner.digest() == digest
            return
        self.tables_touched_are_named(before)
        self.past.append(digest)
        self.future.clear()

    def tables_touched_are_named(self, before):
        after = contents(self.planner)
        touched = {table for table, rows in after.items() if rows != before[table]}
        (changes,) = self.heard
        assert touched <= changes.tables
        gone_or_new = {
            (table, row[0])
            for table in touched
            for row in set(map(repr_of, after[table])) ^ set(map(repr_of, before[table]))
        }
        assert gone_or_new <= changes.rows

    @precondition(lambda self: self.past)
    @rule()
    def undo(self):
        self.future.append(self.planner.digest())
        self.planner.undo()
        assert self.planner.digest() == self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self):
        self.past.append(self.planner.digest())
        self.planner.redo()
        assert self.planner.digest() == self.future.pop()

    @precondition(lambda self: self.past)
    @rule()
    def undo_everything_and_redo_it(self):
        newest, steps = self.planner.digest(), 0
        while self.planner.undo():
            steps += 1
        assert self.planner.digest() == self.past[0]
        assert steps == len(self.past)
        for _ in range(steps):
            self.planner.redo()
        assert self.planner.digest() == newest

    @rule()
    def close_and_open_again(self):
        digest = self.planner.digest()
        self.planner.close()
        self.open()
        assert self.planner.digest() == digest

    @invariant()
    def every_rule_holds(self):
        if hasattr(self, "planner"):
            assert self.planner.findings() == []
            assert (self.planner.undo_label is None) == (not self.past)
            assert (self.planner.redo_label is None) == (not self.future)

    def teardown(self):
        if hasattr(self, "planner"):
            self.planner.close()
            shutil.rmtree(self.folder)


def repr_of(row):
    return (row[0], repr(row))


QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@pytest.mark.long
def test_any_commands_in_any_order():
    run_machine(
        Monkey,
        settings=settings(
            max_examples=3,
            stateful_step_count=20,
            derandomize=True,
            deadline=None,
            database=None,
            suppress_health_check=QUIET,
        ),
    )


@pytest.mark.long
def test_any_commands_in_any_order_for_a_minute():
    run_machine(
        Monkey,
        settings=settings(
            max_examples=60,
            stateful_step_count=40,
            deadline=None,
            database=None,
            suppress_health_check=QUIET,
        ),
    )
