"""Layout items that Python still holds though Qt has deleted them.

The next widget made at the same place in memory is taken for such an item, and the program dies
when the widget is deleted: long after, and somewhere else.
"""

import gc

from PySide6.QtWidgets import QApplication, QLayout, QSpacerItem, QWidgetItem
from shiboken6 import getCppPointer, isValid


def held_items():
    """Every layout item that PySide keeps a Python object for."""
    gc.collect()
    kinds = (QWidgetItem, QSpacerItem)
    return [one for one in gc.get_objects() if type(one) in kinds and isValid(one)]


def outlived_items():
    """Those of them that are in no layout any more.

    Asking makes objects of the same kind: it can be asked once in the life of a window, at its end.
    """
    held = held_items()
    # Held on to: the Python object of a layout goes with that of its widget.
    widgets = QApplication.allWidgets()
    layouts = [one.layout() for one in widgets if one.layout() is not None]
    in_place = {address for layout in layouts for address in _addresses(layout)}
    return [one for one in held if getCppPointer(one)[0] not in in_place]


def _addresses(layout):
    within = {layout.indexOf(one): one for one in layout.children() if isinstance(one, QLayout)}
    for place in range(layout.count()):
        if place in within:
            yield from _addresses(within[place])
        elif (item := layout.itemAt(place)) is not None:
            yield getCppPointer(item)[0]
