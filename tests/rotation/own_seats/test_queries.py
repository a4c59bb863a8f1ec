from datetime import timedelta

from plplanner.roster.queries import students_of_class
from plplanner.rotation.own_seats.commands import give_own_seat
from plplanner.rotation.own_seats.queries import own_seats_on
from tests.builders import MONDAY, a_class, a_planner


def test_seats_are_those_of_the_day_in_the_order_of_the_class(tmp_path):
    with a_planner(tmp_path) as planner:
        class_id = a_class(planner)
        ids = [row.id for row in planner.ask(students_of_class, class_id=class_id)]
        for student_id, days in ((ids[2], 3), (ids[0], 1)):
            planner.do(
                give_own_seat, class_id=class_id, student_id=student_id, starts_on=MONDAY,
                ends_on=MONDAY + timedelta(days=days - 1), task="Draw", name="Ada",
            )  # fmt: skip
        found = planner.ask(own_seats_on, class_id=class_id, day=MONDAY)
        assert [seat.name for seat in found] == ["Ada01", "Ada03"]
        later = planner.ask(own_seats_on, class_id=class_id, day=MONDAY + timedelta(days=2))
        assert [seat.student_id for seat in later] == [ids[2]]
        assert planner.ask(own_seats_on, class_id=class_id, day=MONDAY - timedelta(days=1)) == ()
