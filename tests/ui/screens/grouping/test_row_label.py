from PySide6.QtWidgets import QWidget

from plplanner.ui.screens.grouping.row_label import eliding_label


def test_a_long_name_never_keeps_the_panel_wide(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    label = eliding_label(parent, role="meta")
    label.setText("A name " * 40)
    assert (label.minimumWidth(), label.property("role")) == (1, "meta")
    assert label.sizePolicy().horizontalPolicy().name == "Ignored"
