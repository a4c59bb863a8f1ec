from hypothesis import given
from hypothesis import strategies as st

from plplanner.importing.pasted_names import parse_pasted_names, spoken_name


def understood(text):
    return [(student.last, student.first) for student in parse_pasted_names(text).students]


def test_both_orders_of_a_name_are_understood():
    assert understood("García, Ana\nAna García") == [("García", "Ana"), ("García", "Ana")]


def test_numbers_bullets_tabs_and_blank_lines_do_not_matter():
    text = "1. Luz Castillo\n\n2)\tOmar Diallo\n- Noor Haddad\nKimani\tWanjiru\n12\n"
    assert understood(text) == [
        ("Castillo", "Luz"), ("Diallo", "Omar"), ("Haddad", "Noor"), ("Kimani", "Wanjiru"),
    ]  # fmt: skip


def test_a_name_of_one_word_is_a_first_name():
    assert understood("Pelé") == [("", "Pelé")]


def test_who_stands_there_twice_is_named_once():
    pasted = parse_pasted_names("Ana García\nGarcía, ANA\nBo Ek\nAna García")
    assert pasted.twice == ("Ana García",)
    assert len(pasted.students) == 4


def test_what_looks_like_markup_is_only_a_name():
    (student,) = parse_pasted_names("<b>Ann Li").students
    assert spoken_name(student) == "<b>Ann Li"


def test_no_more_than_five_hundred_are_taken():
    pasted = parse_pasted_names("\n".join(f"Ann Li{chr(97 + i % 26)}" for i in range(501)))
    assert (len(pasted.students), pasted.too_many) == (500, True)


@given(st.text(max_size=200))
def test_any_text_gives_students_with_names(text):
    for student in parse_pasted_names(text).students:
        assert student.last or student.first
