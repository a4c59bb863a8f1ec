from plplanner.roster.roll_call import roll_names
from plplanner.roster.rows import StudentRow


def a_student(key, name, last, first, *, nickname="", suffix=""):
    return StudentRow(key, name, last, first, suffix, nickname, key, "en", {})


def test_a_stranger_reads_last_and_first_names_in_the_order_of_the_office():
    roll = roll_names([
        a_student(1, "Luz", "Mora", "Luz"),
        a_student(2, "Memo", "Garcia", "Guillermo", nickname="Memo"),
        a_student(3, "Ana", "álvarez", "Ana", suffix="Jr."),
    ])  # fmt: skip
    assert list(roll.values()) == ["álvarez, Ana Jr.", "Garcia, Guillermo (Memo)", "Mora, Luz"]


def test_two_of_one_name_stand_with_what_their_slips_say():
    roll = roll_names([
        a_student(1, "Maria J.", "Garcia", "Maria"), a_student(2, "Maria K.", "Garcia", "Maria")
    ])  # fmt: skip
    assert list(roll.values()) == ["Garcia, Maria (Maria J.)", "Garcia, Maria (Maria K.)"]


def test_a_name_of_one_part_or_surname_first_stands_as_it_is():
    roll = roll_names([
        a_student(1, "Madonna", "", "Madonna"), a_student(2, "李小龙", "李", "小龙")
    ])  # fmt: skip
    assert list(roll.values()) == ["Madonna", "李小龙"]
