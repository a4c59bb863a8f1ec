from importlib import import_module

import pytest

from plplanner.cli.verbs import VERBS, verb_named


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_verb_has_a_module_that_takes_words_and_runs(verb):
    module = import_module(verb.module)
    assert callable(module.add_arguments)
    assert callable(module.run)
    assert verb.does


def test_a_verb_is_found_by_its_name_only():
    assert verb_named("import").module == "plplanner.cli.import_gradebook"
    assert verb_named("Import") is None


def test_the_verbs_of_the_contract_are_there():
    assert {verb.name for verb in VERBS} == {
        "sample", "read", "import", "groups", "plan", "print", "tomorrow", "check", "backup",
        "restore", "selftest",
    }  # fmt: skip
