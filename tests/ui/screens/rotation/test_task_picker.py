import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.rotation.task_offers import (
    CellToFill,
    LibraryTask,
    TaskOffer,
    TasksOffered,
)
from plplanner.terms import PlaylistUse, StationKind
from plplanner.ui.kit.popover import Offer
from plplanner.ui.screens.rotation.task_picker import choices, left_out_words, task_picker
from plplanner.ui.screens.rotation.to_pick import ToPick

IDEAS = ("Fraction Lab", "Number Line Jump", "Finish one open task")
CELL = CellToFill(13, StationKind.INDEPENDENT, PlaylistUse.PRACTISE, "3.NF.A.1", ideas=IDEAS)
LIBRARY = (
    LibraryTask("Area of a field", minutes=30),
    LibraryTask("Fraction Lab", minutes=9, standards=("3.NF.A.1",)),
    LibraryTask("Fraction Lab: strips"),
    LibraryTask("Strips and shares"),
)


def found(*tasks, **more):
    return TasksOffered(tuple(TaskOffer(task) for task in tasks), **more)


def says(offers):
    return [one.says for one in offers]


def test_what_begins_so_comes_first_then_own_words_then_what_has_them_within():
    assert says(choices(found(*IDEAS), " ", CELL)) == list(IDEAS)
    first, second = choices(found("Number Line Jump"), "line ", CELL)
    assert (first.says, first.key) == ("Number Line Jump", "Number Line Jump")
    assert (second.says, second.key) == ("Use “line”", "line")
    assert says(choices(found("Number Line Jump"), "ump", CELL)) == [
        "Use “ump”", "Number Line Jump",
    ]  # fmt: skip


def test_what_is_typed_in_full_is_offered_once_and_first():
    offers = choices(found("Fraction Lab: strips", "Fraction Lab"), "Fraction Lab", CELL)
    assert says(offers) == ["Fraction Lab", "Fraction Lab: strips"]


def test_stations_stand_between_the_ideas_and_the_rest():
    station = Offer("Go to Together", "station 2")
    assert says(choices(found("Fraction Lab", "Strips"), "", CELL, (station,))) == [
        "Fraction Lab", "Go to Together", "Strips",
    ]  # fmt: skip
    assert says(choices(found("Fraction Lab"), "lab", CELL, (station,))) == [
        "Fraction Lab", "Use “lab”",
    ]  # fmt: skip
    assert says(choices(found(), "together", CELL, (station,)))[1:] == ["Go to Together"]


def test_how_much_more_there_is_is_told_last_and_cannot_be_chosen():
    last = choices(found("Fraction Lab", unseen=12), "", CELL)[-1]
    assert (last.says, last.key) == ("12 more: type a word of the title", "")


@pytest.fixture
def open_picker(application, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def build(chosen, typed=""):
        picker = task_picker(
            title="River, round 2", known=ToPick(CELL, LIBRARY), typed=typed,
            on_choice=chosen.append, parent=parent,
        )  # fmt: skip
        picker.open_at(parent.pos())
        return picker

    return build


def listed(picker):
    return [picker.list.item(row).text() for row in range(picker.list.count())]


def named(picker, name):
    return next(one for one in picker.findChildren(QWidget) if one.accessibleName() == name)


def test_enter_takes_the_best_idea(open_picker, qtbot):
    chosen = []
    qtbot.keyClick(open_picker(chosen).field, Qt.Key.Key_Return)
    assert chosen == ["Fraction Lab"]


def test_typed_words_are_taken_as_they_are(open_picker, qtbot):
    chosen = []
    picker = open_picker(chosen, typed="P")
    qtbot.keyClicks(picker.field, "ages 3-4")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert chosen == ["Pages 3-4"]


@pytest.mark.parametrize(
    ("typed", "downs", "taken"),
    [("trips", 0, "Strips and shares"), ("hares", 0, "Strips and shares"),
     ("trips", 1, "strips"), ("hare", 1, "share")],
)  # fmt: skip
def test_what_begins_as_it_is_typed_is_taken_and_own_words_are_the_next(
    open_picker, qtbot, typed, downs, taken
):
    chosen = []
    picker = open_picker(chosen, typed="s")
    qtbot.keyClicks(picker.field, typed)
    for _ in range(downs):
        qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert chosen == [taken]


def test_down_marks_the_next_idea_and_escape_leaves(open_picker, qtbot):
    chosen = []
    picker = open_picker(chosen)
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    assert picker.list.currentItem().text() == "Number Line Jump"
    qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert chosen == []


def test_resources_are_told_of_in_grey_and_plain_ideas_are_not(open_picker):
    picker = open_picker([])
    spoken = [picker.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["Fraction Lab, 9 min · alone · 3.NF.A.1", None, None]


def test_a_chip_switched_by_tab_and_space_changes_what_is_offered(open_picker, qtbot):
    picker = open_picker([])
    assert "Area of a field" not in listed(picker)
    qtbot.keyClick(picker.field, Qt.Key.Key_Tab)
    assert picker.focusWidget().accessibleName() == "Fits 13 min"
    qtbot.keyClick(picker.focusWidget(), Qt.Key.Key_Space)
    assert "Area of a field" in listed(picker)


def test_what_is_left_out_is_counted_and_one_press_shows_it(open_picker, qtbot):
    picker = open_picker([], typed="area")
    more = named(picker, left_out_words(1))
    assert more.isVisible()
    assert "Area of a field" not in listed(picker)
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert listed(picker) == ["Area of a field", "Use “area”"]
    assert not more.isVisible()
    assert picker.focusWidget() is picker.field


def test_nothing_left_out_is_not_told(open_picker, qtbot):
    picker = open_picker([], typed="strips")
    assert not named(picker, left_out_words(0)).isVisible()


def test_the_chips_are_those_of_the_cell(open_picker):
    picker = open_picker([])
    for name in ("Fits 13 min", "This standard", "No device", "Alone"):
        assert named(picker, name).isVisible()
