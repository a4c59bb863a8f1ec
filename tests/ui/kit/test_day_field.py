from datetime import date

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDateEdit, QToolButton

from plplanner.ui.kit.day_field import day_field, day_in, put_day


def test_a_day_is_written_as_everywhere_whatever_the_system_speaks(qtbot):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        field = day_field("Day off")
    finally:
        QLocale.setDefault(before)
    qtbot.addWidget(field)
    put_day(field, date(2026, 11, 23))
    assert (field.text(), field.accessibleName()) == ("Mon 23 Nov 2026", "Day off")
    assert day_in(field) == date(2026, 11, 23)


def test_a_click_beside_the_words_opens_the_calendar_and_turns_nothing(qtbot, application):
    field = day_field("Day off")
    qtbot.addWidget(field)
    put_day(field, date(2026, 11, 23))
    field.resize(170, 34)
    field.show()
    for right_of in (20, 12, 2):
        there = QPoint(field.width() - right_of, field.height() // 2)
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=there)
        calendar = QApplication.activePopupWidget()
        assert calendar is not None
        assert day_in(field) == date(2026, 11, 23)
        calendar.close()


def test_the_arrows_of_the_calendar_have_the_ink_of_the_theme(qtbot, theme):
    field = day_field("Day off")
    qtbot.addWidget(field)
    field.show()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(12, field.height() // 2))
    calendar = QApplication.activePopupWidget()
    for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth"):
        image = field.calendarWidget().findChild(QToolButton, name).icon().pixmap(16, 16).toImage()
        inks = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert inks == {QColor(theme.palette["ink"]).name()}
    calendar.close()


def test_a_day_can_be_typed_in_numbers(qtbot):
    field = day_field("Day off")
    qtbot.addWidget(field)
    field.show()
    for before in (date(2026, 11, 23), date(2026, 12, 31)):
        put_day(field, before)
        field.selectAll()
        qtbot.keyClicks(field, "11/3")
        assert day_in(field) == date(2026, 11, 3)
        qtbot.keyClick(field, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClicks(field, "0")
        assert day_in(field) == date(2026, 11, 30)
    put_day(field, date(2026, 11, 23))
    qtbot.keyClicks(field, "1/8")
    assert day_in(field) == date(2027, 1, 8)


def test_other_keys_are_those_of_the_part_one_is_in(qtbot):
    field = day_field("Day off")
    qtbot.addWidget(field)
    field.show()
    put_day(field, date(2026, 11, 23))
    field.setSelectedSection(QDateEdit.Section.DaySection)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClicks(field, "/")
    assert day_in(field) == date(2026, 11, 24)
