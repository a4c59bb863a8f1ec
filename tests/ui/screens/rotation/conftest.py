"""The sample class in four groups of seven, ready to be planned."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from plplanner.grouping.commands import save_groups
from plplanner.library.queries import standards
from plplanner.roster.queries import classes, students_of_class
from plplanner.terms import GroupingStrategy
from tests.builders import TODAY, a_planner, a_proposal
from tests.prepared import the_sample


def save_four_groups(planner, *, first=0):
    """Four groups of every fourth student, counted from `first`."""
    class_id = planner.ask(classes)[0].id
    ids = [row.id for row in planner.ask(students_of_class, class_id=class_id)]
    planner.do(
        save_groups,
        class_id=class_id,
        created_on=TODAY,
        basis="“Exit ticket”",
        strategy=GroupingStrategy.NEED,
        seed=0,
        proposal=a_proposal(*(ids[(first + place) % 4 :: 4] for place in range(4))),
        standard_id=planner.ask(standards)[0].id,
    )


@pytest.fixture
def make_groups():
    """`make_groups(planner)` saves groups once more."""
    return save_four_groups


@pytest.fixture(scope="session")
def the_grouped_sample():
    """The bytes of the sample planner with groups and no plan."""
    with TemporaryDirectory() as folder:
        with a_planner(Path(folder), holding=the_sample()) as planner:
            save_four_groups(planner)
        return planner.path.read_bytes()


@pytest.fixture
def grouped(tmp_path, the_grouped_sample):
    """The sample planner with groups and no plan."""
    with a_planner(tmp_path, holding=the_grouped_sample) as planner:
        yield planner
