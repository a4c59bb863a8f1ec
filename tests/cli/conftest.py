"""A planner with the sample class, made once and copied for each test."""

import shutil

import pytest

from tests.cli.command_line import done, in_class


@pytest.fixture(scope="session")
def sample_once(tmp_path_factory):
    planner = tmp_path_factory.mktemp("sample") / "Sample.plplanner"
    done("sample", planner)
    return planner


@pytest.fixture(scope="session")
def planned_once(sample_once, tmp_path_factory):
    planner = tmp_path_factory.mktemp("planned") / "Sample.plplanner"
    shutil.copy(sample_once, planner)
    done("groups", *in_class(planner), "--save")
    done("plan", *in_class(planner), "--date", "2026-11-23", "--save")
    return planner


@pytest.fixture
def sample(sample_once, tmp_path):
    """The sample class, no groups yet."""
    return shutil.copy(sample_once, tmp_path / "Sample.plplanner")


@pytest.fixture
def planned(planned_once, tmp_path):
    """The sample class in groups, with a rotation for Monday, November 23."""
    return shutil.copy(planned_once, tmp_path / "Sample.plplanner")
