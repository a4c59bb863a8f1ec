import pickle
from dataclasses import asdict, field, replace

import pytest

from plplanner.records import record


@record(frozen=True)
class Seat:
    row: int
    name: str = "front"
    note: str = field(default="", compare=False, repr=False)


@record(frozen=True)
class Place:
    row: int
    name: str = "front"


@record(frozen=True)
class Nothing:
    pass


@record(frozen=True)
class Named:
    name: str

    def __repr__(self):
        return f"<{self.name}>"


def test_records_with_the_same_values_are_equal_and_meet_in_a_set():
    assert Seat(1) == Seat(1, "front") != Seat(2)
    assert len({Seat(1), Seat(1), Seat(2)}) == 2
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1


def test_what_is_left_out_of_comparing_makes_no_difference():
    assert Seat(1, note="a") == Seat(1, note="b")
    assert hash(Seat(1, note="a")) == hash(Seat(1, note="b"))


def test_records_of_two_kinds_are_never_equal():
    assert Seat(1) != Place(1)
    assert Seat(1) != (1, "front")


def test_a_record_says_what_it_holds_unless_it_knows_better():
    assert repr(Seat(1, note="secret")) == "Seat(row=1, name='front')"
    assert repr(Named("Ann")) == "<Ann>"


def test_what_dataclasses_can_do_records_can():
    assert replace(Seat(1), name="back") == Seat(1, "back")
    assert asdict(Place(2)) == {"row": 2, "name": "front"}
    assert pickle.loads(pickle.dumps(Seat(1))) == Seat(1)
    match Place(3):
        case Place(row, name):
            assert (row, name) == (3, "front")


def test_a_record_holding_a_list_cannot_be_hashed():
    with pytest.raises(TypeError, match="unhashable"):
        hash(Seat([]))


def test_what_changes_is_no_record():
    with pytest.raises(TypeError, match="frozen"):
        record(frozen=False)
