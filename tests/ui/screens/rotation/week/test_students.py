from plplanner.rotation.week_minutes import StudentWeek
from plplanner.ui.screens.rotation.week.students import ShownStudentWeek, columns, in_order


def a_line(number, name, *met, **more):
    return ShownStudentWeek(
        name, None, StudentWeek(number, (*met, *[None] * (5 - len(met))), **more)
    )


LINES = {
    1: a_line(1, "cy", 13, 0),
    2: a_line(2, "Bo", 0, 0, device=26, known=26, higher=13),
    3: a_line(3, "Ana", 13, 13, known=26),
}


def names(key, *, is_down=False):
    return [row.name for row in in_order(LINES, key, is_down=is_down)]


def test_every_column_sorts_and_equals_stand_by_name():
    assert names("name") == ["Ana", "Bo", "cy"]
    assert names("met") == ["Bo", "cy", "Ana"]
    assert names("day 0", is_down=True) == ["Ana", "cy", "Bo"]
    assert names("device", is_down=True)[0] == "Bo"
    assert names("higher", is_down=True) == ["Bo", "Ana", "cy"]
    assert {column.sort for column in columns()} >= {"name", "met", "device", "higher", "day 4"}


def test_a_day_without_a_meeting_and_one_without_a_plan_read_otherwise():
    texts = [column.text(LINES[1]) for column in columns()]
    assert texts == ["cy", "13", "–", "", "", "", "13", "0", ""]
    assert columns()[-1].text(LINES[2]) == "50 %"
