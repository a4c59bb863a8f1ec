import sys

import pytest

from plplanner.cli import check, main
from plplanner.cli.verbs import VERBS
from plplanner.problems import Problem, WhoMends
from tests.cli.command_line import done, refused, run, surroundings

VERB_NAMES = [verb.name for verb in VERBS]


@pytest.mark.parametrize("verb", VERB_NAMES)
def test_every_verb_explains_itself(verb):
    assert f"plplanner {verb}" in done(verb, "--help")


@pytest.mark.parametrize("verb", VERB_NAMES)
def test_words_a_verb_does_not_know_end_with_2(verb):
    ran = run(verb, "--no-such-word")
    assert (ran.code, ran.out) == (2, "")
    assert f"plplanner {verb}: error:" in ran.err


@pytest.mark.parametrize("verb", [name for name in VERB_NAMES if name != "selftest"])
def test_words_that_are_missing_end_with_2(verb):
    assert run(verb).code == 2


@pytest.mark.parametrize("words", [("sing",), ("--sing",), ("",), ("SAMPLE",)])
def test_an_unknown_verb_ends_with_2_and_lists_those_there_are(words):
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert f"there is no verb “{words[0]}”" in ran.err
    assert all(name in ran.err for name in VERB_NAMES)


def test_no_words_at_all_end_with_2():
    assert run().code == 2


def test_help_lists_every_verb():
    for word in ("--help", "-h"):
        assert all(name in done(word) for name in VERB_NAMES)


def test_the_version_can_be_asked():
    assert done("--version").startswith("plplanner")


def failing(monkeypatch, fault):
    def fail(arguments, around):
        raise fault

    monkeypatch.setattr(check, "run", fail)
    return run("check", "--planner", "secret.plplanner")


@pytest.mark.parametrize(("who", "code"), [(WhoMends.TEACHER, 3), (WhoMends.MACHINE, 4)])
def test_a_problem_is_one_line_and_its_code_says_who_can_mend_it(monkeypatch, who, code):
    ran = failing(monkeypatch, Problem("It is full.", "Free some space.", who_mends=who))
    assert (ran.code, ran.out, ran.err) == (code, "", "It is full. Free some space.\n")


def test_a_bug_ends_with_1_and_its_report_holds_no_name_and_no_value(monkeypatch, tmp_path):
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_, **__: str(tmp_path / "log"))
    ran = failing(monkeypatch, RuntimeError("Siobhán O'Brien has 40937.25"))
    assert (ran.code, ran.out) == (1, "")
    (report,) = (tmp_path / "log").iterdir()
    assert str(report) in ran.err
    text = ran.err + report.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert not [word for word in ("Siobhán", "Brien", "40937", "secret") if word in text]


def test_a_bug_is_still_said_in_words_when_no_report_can_be_written(monkeypatch, tmp_path):
    (tmp_path / "log").write_text("a file where the folder should be")
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_, **__: str(tmp_path / "log"))
    ran = failing(monkeypatch, ZeroDivisionError())
    assert (ran.code, ran.err.count("\n")) == (1, 1)


def test_a_missing_library_ends_with_4_and_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "plplanner.cli.check", None)
    assert "plplanner.cli.check is missing" in refused("check", code=4)


def test_stopping_it_by_hand_is_no_bug(monkeypatch):
    assert failing(monkeypatch, KeyboardInterrupt()).code == 3


def test_the_real_surroundings_print_every_name(capsys):
    around = main.surroundings_of_this_run()
    around.say("Nguyễn Łucja 李")
    assert capsys.readouterr().out == "Nguyễn Łucja 李\n"
    assert around.now.tzinfo is not None


def test_a_verb_s_own_code_is_passed_on(monkeypatch):
    monkeypatch.setattr(check, "run", lambda arguments, around: 3)
    assert main.main(["check", "--planner", "x"], surroundings()) == 3
