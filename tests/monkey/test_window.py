"""Somebody who presses everything: random clicks, keys, drops and sizes on the whole window."""

import ctypes
import gc
import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from traceback import format_exception

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
)

from plplanner.assets import asset
from plplanner.ui.shell.acts import ROOMS, SETTINGS
from tests.ui.conftest import *  # noqa: F403 - fixtures are found by name
from tests.ui.layout_items import held_items, outlived_items

LENGTH, WARM_UP, WARM_ACTS = 300, 20, 1500
# A quick machine plays 12,000 acts in that time, a slow one 3,000. Some 6 KiB an act are kept, in
# part by the player: what it found to click stays known to Python after Qt deleted it.
KIB_AN_ACT = 10
SHARE_OF_THE_DAY, OF_THE_BAR = 0.15, ("must_see", "spread", "lengths", "time")
_LEFT = Qt.MouseButton.LeftButton
_KEYS = [
    Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_M,
    Qt.Key.Key_L, Qt.Key.Key_A, Qt.Key.Key_5, Qt.Key.Key_F2, Qt.Key.Key_Home, Qt.Key.Key_End,
]  # fmt: skip
_WORDS = ["7", "a", "<b>Ann", "100000", "-", "Kite", "", "x" * 80]
# Leaving the program, or opening a program of the computer, is not part of the game.
_LEFT_ALONE = ("Open", "Show the folder", "Show folder")


class Monkey:
    """Does one random thing after another, from a seed."""

    def __init__(self, window, seed):
        self.window = window
        self.dice = random.Random(seed)

    def act(self):
        moves = [self.click, self.click, self.press, self.press, self.type_words, self.room,
                 self.choose, self.undo, self.size, self.point]  # fmt: skip
        # The menu of a tool button waits for an answer, and nobody but us is there to give one.
        QTimer.singleShot(100, close_menu)
        self.dice.choice(moves)()
        QApplication.processEvents()
        # Outside an event loop Qt would keep whatever is to be deleted later.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        popup = QApplication.activePopupWidget()
        if popup is not None and self.dice.random() < 0.5:
            popup.close()

    def visible(self, kind):
        found = [
            one for one in self.window.findChildren(kind) if one.isVisible() and one.isEnabled()
        ]
        return self.dice.choice(found) if found else None

    def click(self):
        button = self.visible(QAbstractButton)
        if button is not None and not button.accessibleName().startswith(_LEFT_ALONE):
            QTest.mouseClick(button, _LEFT)

    def point(self):
        view = self.visible(QAbstractItemView)
        if view is not None:
            area = view.viewport()
            place = QPoint(
                self.dice.randrange(max(1, area.width())),
                self.dice.randrange(max(1, area.height())),
            )
            QTest.mouseClick(area, _LEFT, Qt.KeyboardModifier.NoModifier, place)

    def press(self):
        target = QApplication.focusWidget() or self.window
        held = self.dice.choice(
            [Qt.KeyboardModifier.NoModifier] * 4 + [Qt.KeyboardModifier.AltModifier]
        )
        QTest.keyClick(target, self.dice.choice(_KEYS), held)

    def type_words(self):
        field = self.visible(QLineEdit)
        if field is not None:
            field.setFocus()
            field.setText(self.dice.choice(_WORDS))
            QTest.keyClick(field, Qt.Key.Key_Return)

    def choose(self):
        combo = self.visible(QComboBox)
        if combo is not None and combo.count():
            combo.setCurrentIndex(self.dice.randrange(combo.count()))
            combo.activated.emit(combo.currentIndex())

    def room(self):
        self.window.open_room(self.dice.choice([*(room.key for room in ROOMS), "settings"]))

    def undo(self):
        self.window.carry_out(self.dice.choice(["undo", "redo", "dark"]))

    def size(self):
        self.window.resize(*self.dice.choice([(1366, 740), (1280, 692), (1093, 586)]))


class PlanningMonkey(Monkey):
    """Stays on the plan and does what its menus offer, besides all the rest."""

    def act(self):
        if self.dice.random() < SHARE_OF_THE_DAY:
            self.window.open_room("tomorrow")
            screen = self.window.screen_of("tomorrow")
            offered = [act.key for act in screen.acts if not act.why_not]
            screen.do_act(self.dice.choice([*offered, *OF_THE_BAR]))
            QApplication.processEvents()
        super().act()


def close_menu():
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu):
        menu.close()


def resting_mib(window):
    """What the program holds while nobody thinks, without what is free and not yet given back."""
    for _ in range(10):
        window.stage.jobs.cancel_all()
        window.stage.jobs.wait()
        QApplication.processEvents()
    gc.collect()
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)
    return resident_mib()


def resident_mib():
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(row for row in status.read_text().splitlines() if row.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def outlived_since(there_before):
    """Those that outlived their place here; tests before this one may have left some."""
    return [one for one in outlived_items() if id(one) not in there_before]


def play(window, *, seed, seconds, tmp_path, monkeypatch, at_least=0, player=Monkey):
    target = str(tmp_path / "out.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (target, ""))
    opened = [str(asset("sample", "gradebook.csv"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: (opened, ""))
    folder = str(asset("sample"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: folder)
    monkeypatch.setattr(type(window), "close", lambda self: True)
    faults = []
    monkeypatch.setattr(
        sys, "excepthook", lambda *fault: faults.append("".join(format_exception(*fault)))
    )
    window.stage.jobs.failed.connect(faults.append)
    monkey, until, acts = player(window, seed), time.monotonic() + seconds, 0
    while time.monotonic() < until or acts < at_least:
        monkey.act()
        acts += 1
        assert faults == [], f"after {acts} acts with seed {seed}"
    window.stage.jobs.wait()
    QApplication.processEvents()
    assert faults == []
    return acts


@pytest.mark.long
def test_a_few_seconds_of_anything_break_nothing(window_on, planned, tmp_path, monkeypatch):
    there_before = {id(one) for one in held_items()}
    window = window_on(planned)
    play(window, seed=1, seconds=2, tmp_path=tmp_path, monkeypatch=monkeypatch, at_least=20)
    assert planned.findings() == []
    assert outlived_since(there_before) == []


@pytest.mark.long
@pytest.mark.parametrize("hour", [7, 9], ids=["before the lesson", "while teaching"])
def test_all_that_the_menu_of_a_day_offers_breaks_nothing(
    window_on, planned, tmp_path, monkeypatch, hour
):
    there_before = {id(one) for one in held_items()}
    window = window_on(planned, clock=lambda: datetime(2026, 11, 23, hour, 20, tzinfo=UTC))
    play(
        window, seed=hour, seconds=10, tmp_path=tmp_path, monkeypatch=monkeypatch, at_least=150,
        player=PlanningMonkey,
    )  # fmt: skip
    assert planned.findings() == []
    assert outlived_since(there_before) == []


@pytest.mark.long
def test_five_minutes_of_anything_break_nothing_and_memory_stays(
    window_on, planned, tmp_path, monkeypatch
):
    there_before = {id(one) for one in held_items()}
    window = window_on(planned)
    begun = time.monotonic()
    for room in (*ROOMS, SETTINGS):
        window.open_room(room.key)
    # Statements, pictures and words are kept until their caches are full: a matter of acts.
    play(
        window, seed=2, seconds=WARM_UP, tmp_path=tmp_path, monkeypatch=monkeypatch,
        at_least=WARM_ACTS,
    )  # fmt: skip
    before, nothing = resting_mib(window), sys.getrefcount(None)
    rest = max(LENGTH / 2, LENGTH - (time.monotonic() - begun))
    acts = play(window, seed=3, seconds=rest, tmp_path=tmp_path, monkeypatch=monkeypatch)
    grown, lost = resting_mib(window) - before, nothing - sys.getrefcount(None)
    found = f"{acts} acts, {before:.0f} MiB and {grown:+.0f}, None {nothing} and {-lost:+}"
    assert grown <= max(50, acts * KIB_AN_ACT / 1024), found
    assert lost <= 500, found
    assert planned.findings() == []
    assert outlived_since(there_before) == []
