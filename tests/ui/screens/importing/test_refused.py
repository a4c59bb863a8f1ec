from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from plplanner.problems import Problem
from plplanner.ui.screens.importing.refused import Refused


def test_it_says_what_the_file_is_and_each_button_leads_on(qtbot, theme):
    done = []
    problem = Problem("“a.pdf” is a PDF.", "Export it as CSV.")
    acts = [("Choose another file", lambda: done.append(1)), ("Back", lambda: done.append(2))]
    refused = Refused(problem, theme=theme, acts=acts)
    qtbot.addWidget(refused)
    said = [label.text() for label in refused.findChildren(QLabel) if label.text()]
    assert said == ["This file was not imported", "“a.pdf” is a PDF.", "Export it as CSV."]
    first, second = refused.findChildren(QPushButton)
    assert (first.text(), second.text()) == ("Choose another file", "Back")
    for one in (second, first):
        qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert done == [2, 1]
