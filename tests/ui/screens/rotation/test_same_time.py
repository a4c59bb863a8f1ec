from datetime import time

import pytest

from plplanner.calendar.commands import add_bell_schedule
from plplanner.calendar.rows import NewPeriod
from plplanner.roster.commands import add_class, set_bell_period
from plplanner.ui.screens.rotation.day_acts import TIME, same_time
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel


@pytest.fixture
def model(grouped, stage_on):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def test_a_class_that_meets_at_the_same_time_is_told_with_the_lesson_time_a_click_away(model):
    desk, opened = model.stage.desk, []
    assert same_time(model, opened.append) is None
    other = desk.do(add_class, name="Math 4", subject="Math")
    early, later = desk.do(
        add_bell_schedule, name="Bells",
        periods=[NewPeriod("P1", time(9), 60), NewPeriod("P2", time(9, 45), 30)],
    )  # fmt: skip
    desk.do(set_bell_period, class_id=1, bell_period_id=early)
    assert same_time(model, opened.append) is None
    desk.do(set_bell_period, class_id=other, bell_period_id=later)
    remark = same_time(model, opened.append)
    assert remark.text == "Math 4 (9:45–10:15) meets at the same time"
    remark.mend()
    assert opened == [TIME]
