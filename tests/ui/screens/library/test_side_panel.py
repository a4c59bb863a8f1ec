import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCompleter

from plplanner.library.rows import ResourceRow, StandardRow
from plplanner.terms import GroupMode, ResourceKind
from plplanner.ui.screens.library.side_panel import ResourcePanel

LONG = "https://learn.example.org/" + "fractions/" * 12
ROW = ResourceRow(
    1, "<b>Strips", ResourceKind.MANIPULATIVE, "FS", LONG, 10, "table 3", GroupMode.PAIR, True,
    False, ("3.NF.A.1", "3.NF.A.2"), (("Bloom", "apply"),),
)  # fmt: skip


KNOWN = (StandardRow(1, "3.NF.A.1", "", "I can name a fraction.", {}),)


@pytest.fixture
def panel(theme, qtbot):
    made = ResourcePanel(wrong_standards=lambda text: "No code." if text == "?" else "")
    qtbot.addWidget(made)
    made.resize(320, 700)
    made.offer(KNOWN, [("Bloom", "create")])
    made.show_resource(ROW)
    made.show()
    QApplication.processEvents()
    made.told = []
    for name in (
        "title",
        "standards",
        "kind",
        "mode",
        "minutes",
        "place",
        "tags",
        "address",
        "code",
    ):
        getattr(made, f"{name}_kept").connect(
            lambda text, name=name: made.told.append((name, text))
        )
    made.needs_kept.connect(lambda *needs: made.told.append(("needs", *needs)))
    return made


def type_over(qtbot, edit, text):
    edit.begin()
    qtbot.keyClicks(edit.field, text)
    qtbot.keyClick(edit.field, Qt.Key.Key_Return)


def test_everything_known_is_shown(panel):
    shown = {
        "title": "<b>Strips", "standards": "3.NF.A.1, 3.NF.A.2", "minutes": "10",
        "place": "table 3", "tags": "Bloom: apply", "address": LONG, "code": "FS",
    }  # fmt: skip
    assert {name: getattr(panel, name).field.text() for name in shown} == shown
    assert panel.kind.field.currentText() == "Hands-on"
    assert panel.mode.field.currentText() == "In pairs"
    assert (panel.device.isChecked(), panel.internet.isChecked()) == (True, False)
    assert panel.width() == 320


def test_what_is_typed_is_told(panel, qtbot):
    names = ("title", "minutes", "place", "standards", "tags", "address", "code")
    for name in names:
        type_over(qtbot, getattr(panel, name), "12")
    assert panel.told == [(name, "12") for name in names]
    type_over(qtbot, panel.minutes, "ten")
    assert "whole minutes" in panel.minutes.error.text()
    type_over(qtbot, panel.standards, "?")
    assert panel.standards.error.text() == "No code."


def test_kind_who_works_and_needs_are_chosen_by_key_or_by_mouse(panel, qtbot):
    qtbot.keyClick(panel.kind.field, Qt.Key.Key_Down)
    qtbot.keyClick(panel.mode.field, Qt.Key.Key_Up)
    qtbot.keyClick(panel.internet, Qt.Key.Key_Space)
    panel.device.click()
    assert panel.told == [
        ("kind", "app_lesson"), ("mode", "alone"), ("needs", True, True), ("needs", False, True),
    ]  # fmt: skip


def test_a_standard_is_found_by_its_sentence(panel, qtbot):
    panel.standards.begin()
    qtbot.keyClicks(panel.standards.field, "name a")
    popup = panel.standards.field.findChild(QCompleter).popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.told == [("standards", "3.NF.A.1")])


def test_without_a_resource_the_panel_is_gone(panel):
    panel.show_resource(None)
    assert panel.isHidden()
