from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from plplanner.ui.screens.settings.sections import Section, empty, line


def test_a_section_is_named_by_its_heading_and_hides_an_empty_remark(theme, qtbot):
    section = Section("Days off")
    qtbot.addWidget(section)
    section.add_row([QLabel("Thursday")])
    section.show()
    assert section.accessibleName() == "Days off"
    assert not section.remark.isVisible()


def test_a_layout_is_emptied_of_its_lines(theme, qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    column.addWidget(line(QLabel("Friday"), QLabel("412 kB")))
    empty(column)
    assert column.count() == 0
