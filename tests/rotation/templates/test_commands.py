import pytest

from plplanner.rotation.templates.commands import (
    remove_template,
    rename_template,
    save_template,
    set_template_weekday,
)
from plplanner.rotation.templates.queries import templates_of_class
from plplanner.rotation.templates.rows import DayShape, TemplateStationRow
from plplanner.terms import StationKind, Weekday
from tests.builders import a_class, a_planner, is_one_step, refuses

SHAPE = DayShape(
    minutes=60,
    rounds=3,
    stations=(
        TemplateStationRow("Teacher table", StationKind.TEACHER_LED, "Back table"),
        TemplateStationRow("Together", StationKind.COLLABORATIVE, "Table 3", "Fact game"),
    ),
    when_done="Read.",
    lengths=(15, 12, 12),
)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def known(planner, class_id):
    return {row.name: row for row in planner.ask(templates_of_class, class_id=class_id)}


def test_a_template_is_one_step_reads_back_and_is_replaced_under_its_name(planner):
    class_id = a_class(planner)
    save = {"class_id": class_id, "name": " Monday  rotation ", "shape": SHAPE}
    is_one_step(planner, save_template, called="Save template “ Monday  rotation ”", **save)
    row = known(planner, class_id)["Monday rotation"]
    assert (row.shape, row.weekday) == (SHAPE, None)
    fewer = DayShape(minutes=45, rounds=2, stations=SHAPE.stations[:1])
    planner.do(save_template, class_id=class_id, name="Monday rotation", shape=fewer)
    assert [row.shape for row in known(planner, class_id).values()] == [fewer]
    refuses(planner, save_template, saying="no name", **{**save, "name": "  "})


def test_a_weekday_has_one_template_and_the_newest_word_counts(planner):
    class_id = a_class(planner)
    for name in ("A", "B"):
        day = Weekday.MONDAY
        planner.do(save_template, class_id=class_id, name=name, shape=SHAPE, weekday=day)
    found = known(planner, class_id)
    assert (found["A"].weekday, found["B"].weekday) == (None, Weekday.MONDAY)
    use = {"template_id": found["A"].id, "weekday": Weekday.MONDAY, "says": "Use “A” on Mondays"}
    is_one_step(planner, set_template_weekday, called="Use “A” on Mondays", **use)
    found = known(planner, class_id)
    assert (found["A"].weekday, found["B"].weekday) == (Weekday.MONDAY, None)
    planner.do(set_template_weekday, **{**use, "weekday": None})
    assert known(planner, class_id)["A"].weekday is None


def test_a_template_is_renamed_unless_another_has_the_name(planner):
    class_id = a_class(planner)
    for name in ("A", "B"):
        planner.do(save_template, class_id=class_id, name=name, shape=SHAPE)
    one = known(planner, class_id)["A"].id
    rename = {"template_id": one, "name": "Short day"}
    is_one_step(planner, rename_template, called="Rename template “Short day”", **rename)
    assert sorted(known(planner, class_id)) == ["B", "Short day"]
    refuses(planner, rename_template, saying="template “B” already", template_id=one, name=" B")


def test_a_template_is_removed_with_its_stations(planner):
    class_id = a_class(planner)
    template_id = planner.do(save_template, class_id=class_id, name="A", shape=SHAPE)
    remove = {"template_id": template_id, "name": "A"}
    is_one_step(planner, remove_template, called="Remove template “A”", **remove)
    assert known(planner, class_id) == {}
    refuses(planner, remove_template, saying="no longer here", **remove)
