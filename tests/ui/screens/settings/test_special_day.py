from datetime import date, time

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plplanner.calendar.rows import BellScheduleRow, SpecialDayRow
from plplanner.ui.kit.day_field import put_day
from plplanner.ui.screens.settings.special_day import (
    SpecialDay,
    SpecialDayFields,
    SpecialDayKind,
    special_day_words,
)

DAY = date(2026, 12, 4)
REGULAR = BellScheduleRow(3, "Regular day", frozenset(), ())
EARLY = BellScheduleRow(4, "Early release", frozenset(), ())


@pytest.fixture
def fields(qtbot):
    made, page = SpecialDayFields(on_enter=lambda: None), QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    for part in (made.day, *made.parts, made.reason):
        row.addWidget(part)
    put_day(made.day, DAY)
    yield made


def choose(fields, kind):
    fields.kind.setCurrentIndex(fields.kind.findData(kind.value))
    page = fields.kind.parentWidget()
    return [part.isVisibleTo(page) for part in fields.parts]


@pytest.mark.parametrize(
    ("kind", "shown", "typed"),
    [
        (SpecialDayKind.NO_SCHOOL, (1, 0, 0, 0, 0, 0), {"minutes": 0}),
        (SpecialDayKind.EARLY_END, (1, 1, 0, 0, 0, 0), {"closed_from": time(12)}),
        (SpecialDayKind.LATE_START, (1, 1, 0, 0, 0, 0), {"closed_until": time(10)}),
        (
            SpecialDayKind.HOURS, (1, 1, 1, 1, 0, 0),
            {"closed_from": time(9), "closed_until": time(12)},
        ),
        (SpecialDayKind.SHORTER, (1, 0, 0, 0, 1, 0), {"minutes": 30}),
    ],
)  # fmt: skip
def test_each_kind_asks_for_what_it_needs_and_no_more(fields, kind, shown, typed):
    assert choose(fields, kind) == [bool(one) for one in shown]
    assert fields.typed == SpecialDay(DAY, kind, **typed)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"minutes": 0}, "Fri 4 Dec 2026: Ice"),
        ({"minutes": 35}, "Fri 4 Dec 2026: Ice, 35 minutes"),
        ({"closed_from": time(12)}, "Fri 4 Dec 2026: Ice, no lessons after 12:00"),
        ({"closed_until": time(10)}, "Fri 4 Dec 2026: Ice, no lessons before 10:00"),
        (
            {"closed_from": time(9), "closed_until": time(9, 40)},
            "Fri 4 Dec 2026: Ice, no lessons 9:00–9:40",
        ),
    ],
)
def test_a_special_day_is_told_with_its_hours(row, words):
    assert special_day_words(SpecialDayRow(1, DAY, "Ice", **{"minutes": None, **row}), {}) == words


def test_other_bells_are_offered_where_there_are_any(fields):
    assert fields.kind.findData(SpecialDayKind.BELLS.value) < 0
    fields.offer_bells([REGULAR, EARLY])
    assert choose(fields, SpecialDayKind.BELLS) == [True, False, False, False, False, True]
    assert fields.typed == SpecialDay(DAY, SpecialDayKind.BELLS, bells_id=EARLY.id)
    fields.bells.setCurrentIndex(0)
    fields.offer_bells([REGULAR, EARLY])
    assert fields.typed.bells_id == REGULAR.id
    choose(fields, SpecialDayKind.NO_SCHOOL)
    fields.offer_bells([REGULAR, EARLY])
    assert fields.bells.currentData() == EARLY.id
    choose(fields, SpecialDayKind.BELLS)
    fields.offer_bells([])
    assert fields.typed == SpecialDay(DAY, SpecialDayKind.NO_SCHOOL, minutes=0)


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Early release", "Fri 4 Dec 2026: Early release, with bells of its own"),
        ("Pep rally", "Fri 4 Dec 2026: Pep rally, bells “Early release”"),
    ],
)
def test_bells_of_a_special_day_are_told(label, words):
    row = SpecialDayRow(1, DAY, label, None, bell_schedule_id=EARLY.id)
    assert special_day_words(row, {EARLY.id: EARLY}) == words
