import pytest

from plplanner.cli.planner_of import before_a_large_change, existing_planner, planner_to_fill
from plplanner.problems import Problem
from plplanner.roster.commands import add_class
from plplanner.roster.queries import classes
from plplanner.store.planner_file import open_planner
from tests.builders import NOW, a_class, a_planner
from tests.cli.command_line import surroundings


def class_names(path):
    planner = open_planner(path, now=NOW)
    try:
        return [row.name for row in planner.ask(classes)]
    finally:
        planner.close()


def seen(folder):
    return sorted(one.name for one in folder.iterdir() if not one.name.startswith("."))


@pytest.fixture
def path(tmp_path):
    with a_planner(tmp_path) as planner:
        a_class(planner, students=0)
    return planner.path


def test_a_verb_that_changed_something_leaves_a_backup(path):
    with existing_planner(path, surroundings()) as planner:
        planner.do(add_class, name="Art")
    assert seen(path.parent) == ["Math backups", "Math.plplanner"]


def test_a_verb_that_only_looked_leaves_none(path):
    with existing_planner(path, surroundings()) as planner:
        planner.ask(classes)
    assert seen(path.parent) == ["Math.plplanner"]


def test_a_verb_that_fails_takes_back_every_step_it_took(path):
    with (
        pytest.raises(Problem, match=r"^No\. "),
        existing_planner(path, surroundings()) as planner,
    ):
        planner.do(add_class, name="Art")
        planner.do(add_class, name="Music")
        raise Problem("No.", "Stop.")
    assert class_names(path) == ["Math P2"]


def test_there_must_be_a_planner_to_open(tmp_path):
    with (
        pytest.raises(Problem, match="There is no planner at"),
        existing_planner(tmp_path / "none.plplanner", surroundings()),
    ):
        raise AssertionError("opened nothing")


def test_a_new_planner_is_made_where_there_is_none_and_a_known_one_is_kept(tmp_path, path):
    for place in (tmp_path / "new.plplanner", path):
        with planner_to_fill(place, surroundings()) as planner:
            planner.do(add_class, name="Art")
    assert class_names(tmp_path / "new.plplanner") == ["Art"]
    assert class_names(path) == ["Art", "Math P2"]


def test_a_verb_that_fails_leaves_no_new_planner(tmp_path):
    with (
        pytest.raises(RuntimeError),
        planner_to_fill(tmp_path / "new.plplanner", surroundings()) as planner,
    ):
        planner.do(add_class, name="Art")
        raise RuntimeError
    assert seen(tmp_path) == []


def test_what_is_there_is_backed_up_before_a_large_change(path, tmp_path):
    for place in (path, tmp_path / "new.plplanner"):
        with planner_to_fill(place, surroundings()) as planner:
            before_a_large_change(planner, surroundings())
    assert seen(tmp_path) == ["Math backups", "Math.plplanner", "new.plplanner"]
