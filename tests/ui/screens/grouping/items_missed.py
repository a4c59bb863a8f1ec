"""A class whose exit ticket came with single items."""

from plplanner.importing.commands import save_import
from plplanner.importing.queries import import_into_classes
from tests.builders import NOW
from tests.importing.files import read_text


def take_in_items(planner, *students):
    """Import an exit ticket of three items; each student is “Ann,1,0,1”: right or wrong."""
    lines = ["Student,Item 1,Item 2,Item 3,Total", "Points possible,1,1,1,3"]
    lines += [f"{one},{one.count(',1')}" for one in students]
    read = read_text("\n".join(lines))
    planner.do(
        save_import,
        classes=planner.ask(import_into_classes, read=read, class_name="Math 3"),
        file_name="Exit ticket.csv",
        file_hash="0",
        imported_at=NOW,
    )
