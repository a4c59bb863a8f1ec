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
    layouts = [one.layout() for one in QApplication.allWidgets() if one.layout() is not None]
    in_place = {address for layout in layouts for address in _addresses(layout)}
    return [one for one in held if getCppPointer(one)[0] not in in_place]


def _addresses(layout):
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if isinstance(item, QLayout):
            yield from _addresses(item)
        elif item is not None:
            yield getCppPointer(item)[0]
