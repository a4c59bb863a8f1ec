from datetime import timedelta

from plplanner.rotation.templates.commands import save_template
from plplanner.rotation.templates.queries import template_on, templates_of_class
from plplanner.rotation.templates.rows import DayShape
from plplanner.terms import Weekday
from tests.builders import MONDAY, a_class, a_planner

SHAPE = DayShape(minutes=60, rounds=3, stations=())


def test_templates_come_by_name_and_each_weekday_finds_its_own(tmp_path):
    with a_planner(tmp_path) as planner:
        class_id, other = a_class(planner), a_class(planner, name="Math P3", students=0)
        for name, day in (("long", Weekday.MONDAY), ("Fridays", Weekday.FRIDAY)):
            planner.do(save_template, class_id=class_id, name=name, shape=SHAPE, weekday=day)
        found = planner.ask(templates_of_class, class_id=class_id)
        assert [row.name for row in found] == ["Fridays", "long"]
        assert planner.ask(template_on, class_id=class_id, day=MONDAY).name == "long"
        tuesday = MONDAY + timedelta(days=1)
        assert planner.ask(template_on, class_id=class_id, day=tuesday) is None
        assert planner.ask(template_on, class_id=other, day=MONDAY) is None
