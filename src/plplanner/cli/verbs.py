"""The verbs as a table of data: name, where it lives, what it does.

A verb's module has `add_arguments(parser)` and `run(arguments, around)`. Only the module of the
verb asked for is loaded, so that `read` does not wait for the planner file's libraries.
"""

from plplanner.records import record


@record(frozen=True)
class Verb:
    """One verb of the command line."""

    name: str
    module: str
    does: str


VERBS = (
    Verb("sample", "plplanner.cli.sample_class", "make a planner with the sample class"),
    Verb("read", "plplanner.cli.read", "say what a gradebook, roster or test file holds"),
    Verb("import", "plplanner.cli.import_gradebook", "take a gradebook file into a planner"),
    Verb("groups", "plplanner.cli.groups", "propose small groups with reasons"),
    Verb("plan", "plplanner.cli.plan", "propose the station rotation for a day"),
    Verb("print", "plplanner.cli.print_sheets", "make the sheets of a saved plan as PDF"),
    Verb(
        "tomorrow", "plplanner.cli.tomorrow", "the whole way: gradebook in, tomorrow's sheets out"
    ),
    Verb("check", "plplanner.cli.check", "prove that a planner file is whole"),
    Verb("backup", "plplanner.cli.backup", "make a verified copy of a planner"),
    Verb("restore", "plplanner.cli.restore", "bring a planner back from a backup"),
    Verb("selftest", "plplanner.cli.selftest", "prove that this installation works"),
)


def verb_named(name: str) -> Verb | None:
    """The verb of this name; None when there is none."""
    return next((verb for verb in VERBS if verb.name == name), None)
