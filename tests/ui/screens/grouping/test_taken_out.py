from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from plplanner.ui.screens.grouping.taken_out import take_out


def test_everything_goes_at_any_depth(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column, row, deep = QVBoxLayout(window), QHBoxLayout(), QLabel("deep")
    column.addWidget(QLabel("flat"))
    row.addWidget(deep)
    row.addStretch(1)
    column.addLayout(row)
    window.show()
    take_out(column)
    assert (column.count(), deep.isVisible()) == (0, False)
