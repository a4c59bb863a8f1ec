import random

from hypothesis import given
from hypothesis import strategies as st

from plplanner.roster.display_names import PersonName, display_names
from plplanner.roster.names import compare_key


def shown(*people):
    """What (last, first[, nickname[, roster number]]) are called, in that order."""
    names = [
        PersonName(
            id=number,
            last=person[0],
            first=person[1],
            nickname=person[2] if len(person) > 2 else None,
            roster_number=person[3] if len(person) > 3 else None,
        )
        for number, person in enumerate(people, start=1)
    ]
    return list(display_names(names).values())


def test_a_student_is_called_by_nickname_or_first_name():
    assert shown(("Garcia", "Guillermo", "Memo"), ("Mora", "Luz")) == ["Memo", "Luz"]


def test_a_missing_part_is_no_trouble():
    assert shown(("Mora", None), (None, "Madonna"), (None, None)) == ["Mora", "Madonna", "Student"]


def test_twins_get_the_shortest_initials_that_tell_them_apart():
    assert shown(("Garcia", "Ana"), ("Mora", "Ana")) == ["Ana G.", "Ana M."]
    people = ("Garcia", "Ana"), ("Gomez", "Ana"), ("Mora", "Ana")
    assert shown(*people) == ["Ana Ga.", "Ana Go.", "Ana M."]


def test_a_short_surname_is_written_out_beside_a_longer_one():
    assert shown(("Li", "Ana"), ("Lin", "Ana")) == ["Ana Li", "Ana Lin"]


def test_same_name_and_surname_get_roster_numbers():
    people = ("Li", "Ana", None, 4), ("Li", "Ana", None, 9)
    assert shown(*people) == ["Ana 4", "Ana 9"]
    assert shown((None, "Ana"), (None, "Ana")) == ["Ana 1", "Ana 2"]


def test_accents_alone_do_not_tell_twins_apart():
    assert shown(("Garcia", "José"), ("Mora", "Jose")) == ["José G.", "Jose M."]
    people = ("Garcia", "Ana", None, 3), ("García", "Ana", None, 5)
    assert shown(*people) == ["Ana 3", "Ana 5"]


def test_one_name_only_keeps_it_when_the_other_has_a_surname():
    assert shown((None, "Ana"), ("Garcia", "Ana")) == ["Ana", "Ana G."]


def test_a_nickname_that_looks_like_initials_is_not_taken_twice():
    names = shown(("X", "Ana", "Ana G."), ("Garcia", "Ana"), ("Mora", "Ana"))
    assert names == ["Ana G.", "Ana Ga.", "Ana M."]


def test_chinese_and_korean_names_stand_whole_surname_first():
    people = ("李", "小龙", None, 2), ("金", "小龙"), ("김", "민준"), ("李", "小龙", None, 7)
    assert shown(*people) == ["李小龙 2", "李小龙 7", "金小龙", "김민준"]


def test_a_name_of_sixty_letters_stays_whole():
    assert shown(("Mora", "N" * 60)) == ["N" * 60]


_part = st.none() | st.sampled_from(["Ana", "aná", "Li", "Lin", "G", "Ga", "李", "Ana G.", ""])
_people = st.lists(
    st.tuples(_part, _part, _part, st.none() | st.integers(1, 4)), min_size=1, max_size=12
)


@given(_people, st.integers(0, 9))
def test_nobody_reads_like_another_and_order_does_not_matter(people, seed):
    names = [
        PersonName(number, last, first, None, nickname, roster)
        for number, (last, first, nickname, roster) in enumerate(people)
    ]
    answer = display_names(names)
    assert len({compare_key(name) for name in answer.values()}) == len(people)
    random.Random(seed).shuffle(names)
    assert display_names(names) == answer


def test_a_suffix_or_the_whole_first_name_tells_namesakes_apart():
    people = (
        PersonName(1, "Lee", "Sam", None),
        PersonName(2, "Lee", "Sam", "Jr."),
        PersonName(3, "Lee", "Ana Lucia", None, "Ana"),
        PersonName(4, "Lee", "Ana Maria", None, "Ana"),
    )
    names = list(display_names(people).values())
    assert names == ["Sam L.", "Sam L. Jr.", "Ana Lucia L.", "Ana Maria L."]
