import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from plplanner.ui.kit.flow import FlowLayout


@pytest.fixture
def flow(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder, gap=10)
    for _ in range(3):
        widget = QWidget()
        widget.setFixedSize(40, 20)
        layout.addWidget(widget)
    holder.show()
    yield layout
    holder.hide()


def corners(flow):
    return [
        (flow.itemAt(n).geometry().x(), flow.itemAt(n).geometry().y()) for n in range(flow.count())
    ]


def test_what_fits_stands_in_one_line(flow):
    flow.setGeometry(QRect(0, 0, 140, 100))
    assert corners(flow) == [(0, 0), (50, 0), (100, 0)]
    assert flow.heightForWidth(140) == 20


def test_what_does_not_fit_goes_below(flow):
    flow.setGeometry(QRect(0, 0, 100, 100))
    assert corners(flow) == [(0, 0), (50, 0), (0, 30)]
    assert flow.heightForWidth(100) == 50


def test_a_hidden_widget_takes_no_room(flow):
    flow.itemAt(0).widget().hide()
    assert flow.heightForWidth(100) == 20


def test_all_but_what_is_kept_is_taken_out(flow):
    kept = flow.itemAt(1).widget()
    flow.take_out(keep=(kept,))
    assert (flow.count(), kept.isVisible()) == (0, True)
