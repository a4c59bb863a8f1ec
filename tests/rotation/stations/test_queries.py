import pytest

from plplanner.rotation.pick_tasks import default_stations
from plplanner.rotation.stations.commands import add_stations
from plplanner.rotation.stations.queries import stations_of_class
from tests.builders import a_class, a_planner


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_stations_come_in_the_teacher_s_order_with_their_words(planner):
    class_id = a_class(planner)
    assert planner.ask(stations_of_class, class_id=class_id) == []
    usual = default_stations(4)[::-1]
    planner.do(add_stations, class_id=class_id, stations=usual)
    rows = planner.ask(stations_of_class, class_id=class_id)
    assert [(row.name, row.kind, row.when_done) for row in rows] == [
        (station.name, station.kind, station.when_done) for station in usual
    ]
