import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from plplanner.library.rows import ResourceRow
from plplanner.terms import GroupMode, ResourceKind
from plplanner.ui.screens.library.side_panel import ResourcePanel

LONG = "https://learn.example.org/" + "fractions/" * 12
ROW = ResourceRow(
    1, "<b>Strips", ResourceKind.MANIPULATIVE, "FS", LONG, 10, "table 3", GroupMode.PAIR, True,
    False, ("3.NF.A.1", "3.NF.A.2"), (("Bloom", "apply"),),
)  # fmt: skip


@pytest.fixture
def panel(theme, qtbot):
    made = ResourcePanel()
    qtbot.addWidget(made)
    made.resize(320, 700)
    made.show_resource(ROW)
    made.show()
    QApplication.processEvents()
    return made


def test_everything_known_is_shown_and_an_address_only_as_text(panel):
    words = [one.text() for one in panel.findChildren(QLabel)]
    assert panel.title.field.text() == "<b>Strips"
    assert {"Hands-on", "3.NF.A.1, 3.NF.A.2", "In pairs", "Device", "FS", "Bloom: apply"} <= set(
        words
    )
    (address,) = (one for one in panel.findChildren(QLabel) if "example" in one.text())
    assert not address.openExternalLinks()
    assert address.textFormat() == Qt.TextFormat.PlainText
    assert address.text().replace("\u200b", "") == LONG
    assert address.width() <= 320


def test_what_is_typed_is_told(panel, qtbot):
    told = []
    for name in ("title", "minutes", "place"):
        getattr(panel, f"{name}_kept").connect(lambda text, name=name: told.append((name, text)))
        field = getattr(panel, name).field
        field.selectAll()
        qtbot.keyClicks(field, "12")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [("title", "12"), ("minutes", "12"), ("place", "12")]
    panel.minutes.field.selectAll()
    qtbot.keyClicks(panel.minutes.field, "ten")
    qtbot.keyClick(panel.minutes.field, Qt.Key.Key_Return)
    assert "whole minutes" in panel.minutes.error.text()


def test_without_a_resource_the_panel_is_gone(panel):
    panel.show_resource(None)
    assert panel.isHidden()
