"""How a task to pick is told in a few grey words, and how the offers can be narrowed."""

from plplanner.rotation.pick_tasks import is_plain
from plplanner.rotation.task_offers import CellToFill, LibraryTask, Narrowing, TaskOffer
from plplanner.terms import GroupMode, StationKind
from plplanner.ui.kit.moments import day_words

_FOR_WHOM = {
    GroupMode.ALONE: "alone",
    GroupMode.PAIR: "pair",
    GroupMode.SMALL_GROUP: "small group",
    GroupMode.TEACHER: "teacher",
}
_TOGETHER = {
    StationKind.COLLABORATIVE: "Together",
    StationKind.INDEPENDENT: "Alone",
    StationKind.TEACHER_LED: "With you",
}


def grey_words(offer: TaskOffer, standard: str = "") -> str:
    """`10 min · device · pair · 3.NF.A.1 · used Fri 20 Nov`; nothing for plain ideas.

    Of several standards that of the group is named.
    """
    if is_plain(offer.task):
        return ""
    known = _of_resource(offer.resource, standard) if offer.resource is not None else []
    if offer.planned_in:
        known.append(f"already in round {offer.planned_in}")
    elif offer.last_used is not None:
        known.append(f"used {day_words(offer.last_used)}")
    return " · ".join(known)


def narrowing_words(narrowing: Narrowing, cell: CellToFill) -> str:
    """What a chip says: `Fits 13 min`."""
    if narrowing is Narrowing.FITS:
        return f"Fits {cell.minutes} min"
    if narrowing is Narrowing.MODE:
        return _TOGETHER[cell.kind]
    return "This standard" if narrowing is Narrowing.STANDARD else "No device"


def _of_resource(one: LibraryTask, standard: str) -> list[str]:
    minutes = f"{one.minutes} min" if one.minutes else ""
    device = "device" if one.needs_device else ""
    code = standard if standard in one.standards else "".join(one.standards[:1])
    more = f" +{len(one.standards) - 1}" if len(one.standards) > 1 else ""
    return [word for word in (minutes, device, _FOR_WHOM[one.group_mode], code + more) if word]
