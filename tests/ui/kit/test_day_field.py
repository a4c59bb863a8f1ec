from datetime import date

from PySide6.QtCore import QLocale

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
