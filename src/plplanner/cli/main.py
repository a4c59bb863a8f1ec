"""Runs one verb and says how it ended: 0 done, 1 our fault, 2 wrong words, 3 the teacher can
mend it, 4 this machine lacks something. Never a traceback for 2, 3 and 4."""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime
from importlib import import_module

from plplanner.cli.surroundings import Surroundings
from plplanner.cli.verbs import VERBS, Verb, verb_named
from plplanner.crash_report import write_crash_report
from plplanner.preferences import preferences_of_this_computer
from plplanner.problems import Problem, WhoMends

DONE, OUR_FAULT, WRONG_WORDS, TEACHER_CAN_MEND, MACHINE_LACKS = range(5)
_EXIT_CODES = {WhoMends.TEACHER: TEACHER_CAN_MEND, WhoMends.MACHINE: MACHINE_LACKS}


def surroundings_of_this_run() -> Surroundings:
    """The real clock and the real streams, whatever their encoding: names print or are escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return Surroundings(
        datetime.now().astimezone(), preferences_of_this_computer(), sys.stdout, sys.stderr
    )


def main(words: Sequence[str], around: Surroundings) -> int:
    """Carry out one command line; returns the exit code."""
    verb = verb_named(words[0]) if words else None
    if verb is None:
        return _without_verb(words, around)
    return carry_out_kindly(lambda: _carry_out(verb, words[1:], around), around)


def carry_out_kindly(act: Callable[[], int], around: Surroundings) -> int:
    """The exit code of `act`; whatever it raises is said in words, never as a traceback."""
    try:
        return act()
    except Problem as problem:
        around.remark(f"{problem.what} {problem.next_step}")
        return _EXIT_CODES[problem.who_mends]
    except KeyboardInterrupt:
        around.remark("Stopped. Nothing more was saved.")
        return TEACHER_CAN_MEND
    except BrokenPipeError:  # whoever read our answer has read enough
        sys.stderr.close()
        return DONE
    except ImportError as error:
        around.remark(f"plplanner is incomplete here: {error.name} is missing. Install it again.")
        return MACHINE_LACKS
    except Exception as fault:
        return _our_fault(fault, around)


def _carry_out(verb: Verb, words: Sequence[str], around: Surroundings) -> int:
    module = import_module(verb.module)
    parser = argparse.ArgumentParser(f"plplanner {verb.name}", description=module.__doc__)
    module.add_arguments(parser)
    try:
        with redirect_stdout(around.out), redirect_stderr(around.err):
            arguments = parser.parse_args(words)
    except SystemExit as leaving:  # argparse has said what was wrong, or printed its help
        return WRONG_WORDS if leaving.code else DONE
    code = module.run(arguments, around)
    return DONE if code is None else int(code)


def _without_verb(words: Sequence[str], around: Surroundings) -> int:
    if words and words[0] in ("-h", "--help"):
        around.say(help_text())
        return DONE
    if words and words[0] == "--version":
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            around.say(f"plplanner {version('plplanner')}")
        except PackageNotFoundError:
            around.say("plplanner, run from a checkout")
        return DONE
    said = f"there is no verb “{words[0]}”" if words else "name a verb"
    around.remark(f"plplanner: {said}.\n\n{help_text()}")
    return WRONG_WORDS


def help_text() -> str:
    """All verbs with what they do."""
    lines = [f"  {verb.name:<10}{verb.does}" for verb in VERBS]
    return "\n".join(
        [
            "plplanner [PLANNER]   opens the window",
            "plplanner VERB …      does one thing without it:",
            "",
            *lines,
            "",
            "plplanner VERB --help tells more about one.",
        ]
    )


def _our_fault(fault: Exception, around: Surroundings) -> int:
    report = write_crash_report(fault, around.now)
    around.remark("Something went wrong inside plplanner. This step was not saved.")
    if report is not None:
        around.remark(f"A report without names or scores is in “{report}”.")
    return OUR_FAULT
