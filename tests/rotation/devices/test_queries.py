from datetime import timedelta

from plplanner.rotation.devices.commands import set_devices
from plplanner.rotation.devices.queries import devices_of_class
from plplanner.rotation.rows import DeviceCount, DevicesOfClass
from tests.builders import MONDAY, a_class, a_planner


def test_a_day_has_the_number_of_every_day_unless_it_has_its_own(tmp_path):
    with a_planner(tmp_path) as planner:
        class_id, other = a_class(planner), a_class(planner, name="Math P3")
        assert planner.ask(devices_of_class, class_id=class_id, day=MONDAY) == DevicesOfClass()
        planner.do(
            set_devices, class_id=class_id, day=MONDAY, every_day=DeviceCount(24),
            of_day=DeviceCount(6, 2), says="",
        )  # fmt: skip
        found = planner.ask(devices_of_class, class_id=class_id, day=MONDAY)
        assert found == DevicesOfClass(DeviceCount(24), DeviceCount(6, 2))
        assert found.on_day == DeviceCount(6, 2)
        then = MONDAY + timedelta(days=1)
        assert planner.ask(devices_of_class, class_id=class_id, day=then).on_day == DeviceCount(24)
        assert planner.ask(devices_of_class, class_id=other, day=MONDAY).on_day == DeviceCount()
