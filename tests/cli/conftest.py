"""A planner with the sample class, made once and copied for each test."""

import pytest

from tests.prepared import the_planned_sample, the_sample


@pytest.fixture
def sample(tmp_path):
    """The sample class, no groups yet."""
    path = tmp_path / "Sample.plplanner"
    path.write_bytes(the_sample())
    return path


@pytest.fixture
def planned(tmp_path):
    """The sample class in groups, with a rotation for Monday, November 23."""
    path = tmp_path / "Sample.plplanner"
    path.write_bytes(the_planned_sample())
    return path
