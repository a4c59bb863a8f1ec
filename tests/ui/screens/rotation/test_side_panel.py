from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from plplanner.printing.lesson_paper import Sheet
from plplanner.ui.screens.rotation.side_panel import ShownCheck, SidePanel


@pytest.fixture
def acts():
    return []


@pytest.fixture
def panel(theme, qtbot, acts):
    made = SidePanel(
        theme, on_groups=lambda: acts.append("groups"), on_print=lambda: acts.append("print")
    )
    qtbot.addWidget(made)
    made.show()
    return made


def shown_buttons(panel):
    QApplication.processEvents()
    return {button.text().strip(): button for button in panel.findChildren(QPushButton)
            if button.isVisible()}  # fmt: skip


def test_each_check_has_one_mend_or_says_what_to_do(panel, acts):
    mend = ShownCheck("<b>River</b> has no task.", "", "Pick a task", lambda: acts.append("pick"))
    plain = ShownCheck("Rounds are short.", "Use fewer rounds.")
    panel.show_checks([mend, plain], ["Time fits: 60 of 60 minutes"], (0, "", None))
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "<b>River</b> has no task." in texts
    assert {"Use fewer rounds.", "Time fits: 60 of 60 minutes"} <= set(texts)
    shown_buttons(panel)["Pick a task"].click()
    assert acts == ["pick"]
    assert panel.count.text() == "2 to look at"


def test_a_check_may_have_other_ways_each_with_its_button(panel, acts):
    ways = (("Spread it over days", lambda: acts.append("spread")),)
    short = ShownCheck("Rounds are short.", "", "Use 2 rounds", lambda: None, more=ways)
    panel.show_checks([short], [], (0, "", None))
    shown_buttons(panel)["Spread it over days"].click()
    assert acts == ["spread"]


def test_nothing_to_look_at_shows_no_pill(panel):
    panel.show_checks([], [], (0, "", None))
    assert panel.count.isHidden()


def test_newer_scores_lead_to_the_groups(panel, acts):
    panel.show_checks([], [], (6, "Exit 3.NF.1", date(2026, 11, 20)))
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "6 new scores since you made these groups" in texts
    shown_buttons(panel)["See who would move"].click()
    assert acts == ["groups"]


def test_a_remark_is_calm_and_has_a_way_on(panel, acts):
    remark = ShownCheck("Kite has no playlist", "", "Make one", lambda: acts.append("make"))
    panel.show_checks([], [], (0, "", None), [remark])
    assert panel.count.isHidden()
    shown_buttons(panel)["Make one"].click()
    assert acts == ["make"]


def test_a_remark_may_have_other_ways_too(panel, acts):
    more = (("An own seat", lambda: acts.append("seat")),)
    back = ShownCheck("Ana missed Friday", "", "See it", lambda: None, "history", more=more)
    panel.show_checks([], [], (0, "", None), [back])
    shown_buttons(panel)["An own seat"].click()
    assert acts == ["seat"]


def test_the_printer_button_counts_pages_when_they_are_known(panel, acts):
    panel.show_pages({}, is_short=False)
    assert panel.print_button.accessibleName() == "Print"
    panel.show_pages({Sheet.BOARD: 1, Sheet.SLIPS: 4, Sheet.CARDS: 7}, is_short=False)
    assert panel.print_button.accessibleName() == "Print 12 pages"
    panel.print_button.click()
    assert acts == ["print"]
