import json
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.figures import Figure
from benchmarks.speed import FIGURES, main

CONTRACT = {"name", "value", "unit", "floor", "floor_is", "ratio", "asked", "holds", "runs"}


@contextmanager
def adding_up(_folder: Path):
    yield lambda: sum(range(1000))


def a_figure(*, at_most: float):
    return Figure("sums", "a thousand numbers", at_most, "the same sum", adding_up, adding_up)


def told(capsys, *words, at_most=10.0, runs=5):
    code = main(
        ["--json", *words], figures={"sums": lambda _: a_figure(at_most=at_most)}, runs=runs
    )
    return code, json.loads(capsys.readouterr().out)


def test_json_has_the_agreed_shape(capsys):
    code, answer = told(capsys)
    (figure,) = answer["figures"]
    assert code == 0
    assert "Python 3." in answer["machine"]
    assert CONTRACT | {"workload", "samples"} <= set(figure)
    assert (figure["name"], figure["unit"], figure["runs"]) == ("sums", "s", 5)
    assert figure["asked"] == "value <= 10"
    assert sorted(figure["samples"])[2] == figure["value"]


def test_a_figure_that_misses_its_mark_says_so_and_fails_the_run(capsys):
    code, answer = told(capsys, at_most=0.0)
    assert code == 1
    assert answer["figures"][0]["holds"] is False


def test_every_figure_is_listed_under_its_own_name(tmp_path):
    for name in ("form_groups", "print_set", "print_cards_35", "print_cards_1000", "read_small"):
        assert FIGURES[name](tmp_path).name == name


def test_only_measures_what_was_named(capsys):
    makers = {"sums": lambda _: a_figure(at_most=10), "other": lambda _: pytest.fail("measured")}
    main(["--json", "--only", "sums"], figures=makers, runs=1)
    assert [f["name"] for f in json.loads(capsys.readouterr().out)["figures"]] == ["sums"]


def test_without_json_a_table_is_printed(capsys):
    main([], figures={"sums": lambda _: a_figure(at_most=10)}, runs=1)
    assert "| `sums` | a thousand numbers |" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["form_groups", pytest.param("draft_day", marks=pytest.mark.long)])
def test_a_figure_measures_real_work(name, capsys):
    main(["--json", "--only", name], figures=FIGURES, runs=1)
    (figure,) = json.loads(capsys.readouterr().out)["figures"]
    assert figure["name"] == name
    assert figure["value"] > figure["floor"] > 0
