"""The honest crash window: this step was not saved, and a report that holds no names."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from plplanner.crash_report import crash_report
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label


class CrashWindow(QDialog):
    """Shown for a fault of ours only; the program goes on."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        """`report` names places in the program, never a person or a value."""
        super().__init__(parent)
        self.setWindowTitle("plplanner")
        self.setAccessibleName("Something went wrong inside plplanner")
        self.resize(560, 360)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(plain_label("Something went wrong inside plplanner.", role="title"))
        column.addWidget(
            plain_label(
                "This step was not saved. Everything before it is. You can go on working. "
                "The report below holds no names and no scores.",
                wrap=True,
            )
        )
        text = QPlainTextEdit(report, self)
        text.setReadOnly(True)
        text.setAccessibleName("Report")
        column.addWidget(text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(
            button("Copy the report", on_click=lambda: QGuiApplication.clipboard().setText(report))
        )
        row.addWidget(button("Go on", on_click=self.accept, kind="primary"))
        column.addLayout(row)


def show_faults_instead_of_dying(tell: Callable[[BaseException], object]) -> None:
    """Route every fault that nobody caught to `tell`, on whatever thread it rose."""

    def hook(kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        tell(fault)

    sys.excepthook = hook


def report_of(fault: BaseException) -> str:
    """The words of the report."""
    return crash_report(fault)
