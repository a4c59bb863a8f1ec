from datetime import date

from plplanner.rotation.task_offers import (
    CellToFill,
    LibraryTask,
    Narrowing,
    narrowings,
    tasks_offered,
)
from plplanner.terms import GroupMode, PlaylistUse, StationKind

PRACTISE, RETEACH = PlaylistUse.PRACTISE, PlaylistUse.RETEACH
FRIDAY, THURSDAY = date(2026, 11, 20), date(2026, 11, 19)
IDEAS = ("Fraction Lab", "Explain it to a partner")


def a_cell(kind=StationKind.COLLABORATIVE, **more):
    return CellToFill(minutes=13, kind=kind, use=RETEACH, standard="3.NF.A.1", **more)


def tasks(cell, library, used=None, **more):
    return [one.task for one in tasks_offered(cell, library, used or {}, **more).offers]


def test_of_the_chips_those_are_on_that_suit_the_cell():
    assert narrowings(a_cell()) == {
        Narrowing.FITS: True,
        Narrowing.STANDARD: False,
        Narrowing.NO_DEVICE: True,
        Narrowing.MODE: False,
    }
    digital = a_cell(StationKind.DIGITAL)
    assert Narrowing.MODE not in narrowings(digital)
    assert narrowings(digital)[Narrowing.NO_DEVICE] is False
    for day in ({"has_internet": False}, {"has_devices": False}):
        assert narrowings(a_cell(StationKind.DIGITAL, **day))[Narrowing.NO_DEVICE] is True
    without = CellToFill(minutes=13, kind=StationKind.DIGITAL, use=PRACTISE)
    assert Narrowing.STANDARD not in narrowings(without)


def test_each_chip_leaves_out_what_does_not_suit_and_it_is_counted():
    plain = LibraryTask("Plain")
    for narrowing, odd in (
        (Narrowing.FITS, LibraryTask("Odd", minutes=14, standards=("3.NF.A.1",))),
        (Narrowing.STANDARD, LibraryTask("Odd", standards=("3.NF.A.2",))),
        (Narrowing.NO_DEVICE, LibraryTask("Odd", needs_device=True)),
        (Narrowing.MODE, LibraryTask("Odd", group_mode=GroupMode.TEACHER)),
    ):
        suits = LibraryTask("Suits", minutes=13, standards=("3.NF.A.1",), group_mode=GroupMode.PAIR)
        found = tasks_offered(a_cell(), (odd, suits), {}, narrowed_by={narrowing})
        assert ([one.task for one in found.offers], found.left_out) == (["Suits"], 1), narrowing
        assert tasks(a_cell(), (odd, suits)) == ["Odd", "Suits"]
    assert tasks(a_cell(), (plain,), narrowed_by={Narrowing.FITS}) == ["Plain"]  # no minutes


def test_ideas_stay_whatever_the_chips_say_and_know_their_resource():
    lab = LibraryTask("Fraction Lab", minutes=30)
    found = tasks_offered(a_cell(ideas=IDEAS), (lab,), {}, narrowed_by={Narrowing.FITS})
    assert [(one.task, one.resource) for one in found.offers] == [
        ("Fraction Lab", lab), ("Explain it to a partner", None),
    ]  # fmt: skip
    assert found.left_out == 0


def test_what_fits_the_need_comes_after_the_ideas_then_what_was_used_then_by_title():
    library = (
        LibraryTask("A", standards=("3.NF.A.1",), uses=frozenset({PRACTISE})),
        LibraryTask("B"),
        LibraryTask("C"),
        LibraryTask("D", standards=("3.NF.A.1",), uses=frozenset({RETEACH})),
        LibraryTask("E", standards=("3.NF.A.2",), uses=frozenset({RETEACH})),
    )
    used = {"C": FRIDAY, "Sort the boxes": FRIDAY, "B": THURSDAY}
    cell = a_cell(ideas=IDEAS)
    assert tasks(cell, library, used) == [*IDEAS, "D", "C", "Sort the boxes", "B", "A", "E"]
    days = {one.task: one.last_used for one in tasks_offered(cell, library, used).offers}
    assert (days["C"], days["B"], days["A"]) == (FRIDAY, THURSDAY, None)


def test_of_what_fits_the_need_that_which_suits_the_station_leads():
    fits = {"standards": ("3.NF.A.1",), "uses": frozenset({RETEACH})}
    library = (
        LibraryTask("Alone", **fits),
        LibraryTask("On screen", needs_device=True, group_mode=GroupMode.TEACHER, **fits),
        LibraryTask("Pairs", group_mode=GroupMode.PAIR, **fits),
    )
    for kind, first in (
        (StationKind.COLLABORATIVE, "Pairs"),
        (StationKind.DIGITAL, "On screen"),
        (StationKind.TEACHER_LED, "On screen"),
        (StationKind.HANDS_ON, "Alone"),
    ):
        assert tasks(a_cell(kind), library, {"Alone": THURSDAY})[0] == first


def test_what_the_group_has_that_day_is_never_first():
    cell = a_cell(ideas=IDEAS, planned={"Fraction Lab": 1, "D": 2})
    library = (LibraryTask("D", standards=("3.NF.A.1",), uses=frozenset({RETEACH})),)
    found = tasks_offered(cell, library, {}).offers
    assert [(one.task, one.planned_in) for one in found] == [
        ("Explain it to a partner", 0), ("Fraction Lab", 1), ("D", 2),
    ]  # fmt: skip


def test_nothing_that_hints_at_a_level_or_waits_for_internet_is_offered():
    library = (
        LibraryTask("Reteach strips"),
        LibraryTask("Online lab", needs_internet=True),
        LibraryTask("Online lab"),
        LibraryTask("Strips"),
    )
    used = {"For the low group": FRIDAY, "Finish one open task": FRIDAY, "Online lab": FRIDAY}
    found = tasks_offered(a_cell(has_internet=False), library, used)
    assert ([one.task for one in found.offers], found.left_out) == (["Strips"], 0)
    assert tasks(a_cell(), library, used) == ["Online lab", "Strips"]


def test_letters_find_every_word_and_what_begins_with_them_comes_first():
    library = tuple(
        LibraryTask(title) for title in ("Fraction Lab: strips", "Strips and shares", "Area")
    )
    cell = a_cell(ideas=IDEAS)
    assert tasks(cell, library, words=" strips ") == ["Strips and shares", "Fraction Lab: strips"]
    assert tasks(cell, library, words="strips fraction") == ["Fraction Lab: strips"]
    assert tasks(cell, library, words="fraction la") == ["Fraction Lab", "Fraction Lab: strips"]
    counted = tasks_offered(cell, library, {}, words="strips", narrowed_by={Narrowing.STANDARD})
    assert (counted.offers, counted.left_out) == ((), 2)


def test_of_two_of_a_name_the_one_that_suits_is_offered_once():
    library = (LibraryTask("Lab", minutes=30), LibraryTask("Lab", minutes=10))
    found = tasks_offered(a_cell(), library, {}, narrowed_by={Narrowing.FITS})
    assert [one.resource.minutes for one in found.offers] == [10]
    assert found.left_out == 0


def test_a_long_list_says_how_much_more_there_is():
    library = tuple(LibraryTask(f"Task {number:03}") for number in range(60))
    found = tasks_offered(a_cell(planned={"Task 059": 1}), library, {}, most=50)
    assert (len(found.offers), found.unseen) == (51, 9)
    assert found.offers[-1].task == "Task 059"
