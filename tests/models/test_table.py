from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import StatementError

from plplanner.models.importing import FileMapping
from plplanner.store.planner_file import PlannerFile
from tests.builders import NOW, a_planner


def kept_at(planner: PlannerFile, moment: datetime) -> datetime:
    """A moment as it comes back from the planner."""
    with planner.change("Remember a file") as session:
        row = FileMapping(shape=f"{moment}", corrections="{}", remembered_at=moment)
        session.add(row)
        session.flush()
        row_id = row.id

    def again(session):
        found = session.get(FileMapping, row_id)
        return found.remembered_at

    return planner.ask(again)


def test_a_moment_comes_back_as_the_same_moment_wherever_it_was_written(tmp_path):
    here = timezone(timedelta(hours=-5))
    with a_planner(tmp_path) as planner:
        assert kept_at(planner, NOW.astimezone(here)) == NOW
        assert kept_at(planner, NOW).tzinfo is UTC


def test_a_moment_without_a_time_zone_is_refused(tmp_path):
    with (
        a_planner(tmp_path) as planner,
        pytest.raises(StatementError, match="has no time zone"),
    ):
        kept_at(planner, NOW.replace(tzinfo=None))
