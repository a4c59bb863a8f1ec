import pytest

from tests.builders import a_planner


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner
