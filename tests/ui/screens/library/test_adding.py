import pytest

from plplanner.library.rows import StandardRow
from plplanner.terms import GroupMode, ResourceKind
from plplanner.ui.screens.library.adding import NewResourceFields

KNOWN = [StandardRow(n, f"3.NF.A.{n}", "", None, {}) for n in (1, 2)]


@pytest.fixture
def fields(theme, qtbot):
    made = NewResourceFields()
    for _, field in made.named():
        qtbot.addWidget(field)
    made.offer(KNOWN, last_used="3.NF.A.2")
    return made


def test_the_standard_used_last_stands_there_until_one_types_another(fields, qtbot):
    assert fields.codes.text() == "3.NF.A.2"
    fields.offer(KNOWN, last_used="3.NF.A.1")
    assert fields.new().codes == ["3.NF.A.1"]
    fields.codes.clear()
    qtbot.keyClicks(fields.codes, "a.2")
    fields.offer(KNOWN, last_used="3.NF.A.1")
    assert fields.new().codes == ["3.NF.A.2"]


def test_what_is_chosen_is_what_is_added(fields):
    fields.title.setText("Pizza shares")
    for combo, words in (
        (fields.kind, "Game"),
        (fields.mode, "In pairs"),
        (fields.needs, "Device"),
    ):
        combo.setCurrentText(words)
    fields.minutes.setText("12")
    new = fields.new()
    assert (new.title, new.kind, new.group_mode) == (
        "Pizza shares", ResourceKind.GAME, GroupMode.PAIR,
    )  # fmt: skip
    assert (new.minutes, new.needs_device, new.needs_internet) == (12, True, False)


def test_what_cannot_be_added_says_why(fields):
    assert fields.problem() is None
    fields.codes.setText("3.NF")
    assert str(fields.problem()) == "2 standards have “3.NF”. Choose one from the list."
    fields.title.setText("Pizza")
    fields.minutes.setText("ten")
    assert str(fields.problem()).startswith("“ten” is no length for “Pizza”. Type whole minutes")
