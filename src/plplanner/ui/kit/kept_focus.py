"""The keyboard stays where it was while a part of the screen is made anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from plplanner.ui.kit.tab_order import reading_order, widgets_of


@contextmanager
def focus_kept(part: QWidget) -> Iterator[None]:
    """Whatever of `part` had the keyboard: afterwards the control of the same name has it.

    When that is gone, what stands in its place. Left to itself Qt would give the keyboard to
    any control of the window as soon as the old one is hidden. What is new is shown at once: by
    itself a layout would leave the part blank for a moment.
    """
    before, holder = reading_order(part), QApplication.focusWidget()
    if holder is None or holder not in before:
        yield
        _show_new(part)
        return
    name, place = holder.accessibleName(), before.index(holder)
    part.setFocus(Qt.FocusReason.OtherFocusReason)
    yield
    _show_new(part)
    after = [one for one in reading_order(part) if one not in before or one.isVisibleTo(part)]
    same = [one for one in after if one.accessibleName() == name]
    for one in (same or after[min(place, len(after) - 1) :])[:1]:
        _bring_up(one, part)
        one.setFocus(Qt.FocusReason.OtherFocusReason)


def _show_new(part: QWidget) -> None:
    layout = part.layout()
    if layout is None or not part.isVisible():
        return
    for one in widgets_of(layout):
        if not one.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            one.show()
    layout.activate()


def _bring_up(control: QWidget, part: QWidget) -> None:
    """Show now what its layout would show in a moment: the keyboard goes to nothing hidden."""
    shown: QWidget | None = control
    while shown is not None and shown is not part:
        shown.show()
        shown = shown.parentWidget()
