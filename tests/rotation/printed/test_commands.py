import pytest

from plplanner.rotation.printed.commands import note_printed
from plplanner.rotation.printed.queries import printed_pieces
from plplanner.rotation.rows import PrintedPieces
from tests.builders import MONDAY, a_class, a_planner, is_one_step, saved_groups


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_what_was_printed_is_remembered_piece_by_piece(planner):
    groups = saved_groups(planner)
    first = PrintedPieces({"board": "1", "slips 1": "a"}, qr_codes=False)
    where = {"class_id": groups.class_id, "day": MONDAY}
    assert planner.ask(printed_pieces, **where) is None
    is_one_step(planner, note_printed, called="Print sheets", printed=first, **where)
    planner.do(note_printed, printed=PrintedPieces({"slips 1": "b"}), **where)
    assert planner.ask(printed_pieces, **where) == PrintedPieces({"board": "1", "slips 1": "b"})
    assert planner.ask(printed_pieces, class_id=groups.class_id, day=MONDAY.replace(day=24)) is None


def test_printing_outlives_undo_and_redo_of_the_class_it_is_of(planner):
    class_id = a_class(planner, students=0)
    printed = PrintedPieces({"board": "1"})
    planner.note(note_printed, class_id=class_id, day=MONDAY, printed=printed)
    planner.undo()
    planner.redo()
    assert planner.ask(printed_pieces, class_id=class_id, day=MONDAY) == printed
