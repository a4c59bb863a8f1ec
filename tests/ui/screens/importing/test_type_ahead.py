from PySide6.QtWidgets import QLineEdit

from plplanner.ui.screens.importing.type_ahead import type_ahead


def test_any_letters_of_a_word_find_it(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    found = type_ahead(field, ["Math 6 P2", "Math 6 P4", "Art"])
    found.setCompletionPrefix("p4")
    assert (found.completionCount(), found.currentCompletion()) == (1, "Math 6 P4")
    found.offer(["Music"])
    found.setCompletionPrefix("SIC")
    assert found.currentCompletion() == "Music"
