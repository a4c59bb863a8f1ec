"""The columns of the library, and where what is not typed over there is changed."""

from PySide6.QtCore import Qt

from plplanner.library.rows import ResourceRow
from plplanner.library.words import KIND_WORDS, needs_words
from plplanner.printing.wording import RESOURCE_ICONS
from plplanner.ui.kit.row_table import Column
from plplanner.ui.screens.library.side_panel import ResourcePanel
from plplanner.ui.screens.library.viewmodel import ResourcesModel, wrong_minutes, wrong_title


def resource_columns(model: ResourcesModel, side: ResourcePanel) -> list[Column[ResourceRow]]:
    """Title, kind, standards, minutes, place, needs, code."""
    return [*_what(model, side), *_how(model, side)]


def _what(model: ResourcesModel, side: ResourcePanel) -> list[Column[ResourceRow]]:
    return [
        Column(
            "Title",
            lambda row: row.title,
            sort="title",
            is_strong=True,
            edit=lambda row, typed: model.change(row, title=typed),
            wrong=lambda _row, typed: wrong_title(typed),
            icon=lambda row: RESOURCE_ICONS[row.kind],
        ),
        Column(
            "Kind",
            lambda row: KIND_WORDS[row.kind],
            sort="kind",
            width=112,
            rank=2,
            beside=side.kind.begin,
        ),
        Column(
            "Standards",
            _standards_words,
            sort="standards",
            width=120,
            tip=lambda row: ", ".join(row.standards),
            out=lambda row: ", ".join(row.standards),
            beside=side.standards.begin,
        ),
    ]


def _how(model: ResourcesModel, side: ResourcePanel) -> list[Column[ResourceRow]]:
    return [
        Column(
            "Minutes",
            lambda row: "" if row.minutes is None else str(row.minutes),
            sort="minutes",
            width=86,
            is_number=True,
            edit=lambda row, typed: model.change(row, minutes=typed),
            wrong=lambda _row, typed: wrong_minutes(typed),
        ),
        Column(
            "Place",
            lambda row: row.place,
            sort="place",
            width=124,
            edit=lambda row, typed: model.change(row, place=typed),
        ),
        Column(
            "Needs",
            _needs,
            sort="needs",
            width=132,
            rank=3,
            beside=lambda: side.device.setFocus(Qt.FocusReason.ShortcutFocusReason),
        ),
        Column(
            "Code",
            lambda row: row.code or "",
            sort="code",
            width=72,
            rank=1,
            beside=side.code.begin,
        ),
    ]


def _standards_words(row: ResourceRow) -> str:
    """`3.NF.A.1 +2`: the first code, and how many more."""
    more = f" +{len(row.standards) - 1}" if len(row.standards) > 1 else ""
    return f"{row.standards[0]}{more}" if row.standards else ""


def _needs(row: ResourceRow) -> str:
    return needs_words(row) if row.needs_device or row.needs_internet else ""
