from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from plplanner.ui.kit.tab_order import order_by_reading, reading_order


def a_page(qtbot):
    """Made from the bottom up, laid out from the top down."""
    page, scroll, inner = QWidget(), QScrollArea(), QWidget()
    over, last, third, second, first = (QPushButton(n) for n in ("over", "4", "3", "2", "1"))
    over.setParent(page)
    row, column, inside = QHBoxLayout(), QVBoxLayout(page), QVBoxLayout(inner)
    row.addWidget(first)
    row.addWidget(QLabel("between"))
    row.addWidget(second)
    inside.addWidget(third)
    scroll.setWidget(inner)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column.addLayout(row)
    column.addWidget(scroll)
    column.addWidget(last)
    qtbot.addWidget(page)
    return page


def test_controls_are_read_line_by_line_and_what_lies_over_them_comes_last(qtbot):
    page = a_page(qtbot)
    assert [one.text() for one in reading_order(page)] == ["1", "2", "3", "4", "over"]


def test_tab_follows_the_reading(qtbot):
    page = a_page(qtbot)
    order_by_reading(page)
    walk = [one := reading_order(page)[0]]
    for _ in range(4):
        one = one.nextInFocusChain()
        while not isinstance(one, QPushButton):
            one = one.nextInFocusChain()
        walk.append(one)
    assert [one.text() for one in walk] == ["1", "2", "3", "4", "over"]


def test_the_inside_of_a_choice_is_its_own(qtbot):
    choice = QComboBox()
    choice.setEditable(True)
    qtbot.addWidget(choice)
    assert reading_order(choice) == [choice]


def test_a_part_with_a_deputy_stands_just_before_it(qtbot):
    page = a_page(qtbot)
    part = page.findChild(QScrollArea).widget()
    third = part.findChild(QPushButton)
    part.setFocusProxy(third)
    order = reading_order(page)
    assert order.index(third) == order.index(part) + 1
