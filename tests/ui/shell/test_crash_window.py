from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from plplanner.ui.shell.crash_window import CrashWindow, report_of, show_faults_instead_of_dying


def test_it_says_honestly_what_was_not_saved_and_copies_the_report(qtbot):
    window = CrashWindow("ValueError\n  desk.py:12 in do")
    qtbot.addWidget(window)
    assert any("not saved" in label.text() for label in window.findChildren(QLabel))
    copy, go_on = window.findChildren(QPushButton)
    copy.click()
    assert QGuiApplication.clipboard().text().startswith("ValueError")
    go_on.click()
    assert not window.isVisible()


def test_a_fault_nobody_caught_is_told(monkeypatch):
    import sys

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told = []
    show_faults_instead_of_dying(told.append)
    fault = ValueError("Ana")
    sys.excepthook(ValueError, fault, None)
    assert told == [fault]
    assert "Ana" not in report_of(fault)
