from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from plplanner.ui.screens.importing.cards import card, line_of
from plplanner.ui.screens.importing.report_lines import ReportLine


def test_a_card_says_its_sentence_and_holds_its_rows_and_acts(theme, qtbot):
    made = card(
        "warn", "Look", "Here <b>it</b> is.", theme=theme, acts=[QPushButton("Mend")],
        rows=[QLabel("one")],
    )  # fmt: skip
    qtbot.addWidget(made)
    words = [label.text() for label in made.findChildren(QLabel) if label.text()]
    assert sorted(words) == ["Here <b>it</b> is.", "Look", "one"]
    assert made.accessibleName() == "Look. Here <b>it</b> is."


def test_a_line_has_its_names_below_and_a_sign_that_is_not_only_colour(theme, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setLayout(line_of(ReportLine("2 students", "stay", False, ("Ann",)), theme=theme,
                             parent=parent))  # fmt: skip
    labels = parent.findChildren(QLabel)
    assert "close" in [label.accessibleName() for label in labels]
    assert [label.text() for label in labels if label.text()] == ["2 students", "stay", "Ann"]
