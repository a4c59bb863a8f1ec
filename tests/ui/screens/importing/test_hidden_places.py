import pytest

from plplanner.ui.screens.importing.hidden_places import hidden_places
from tests.ui.screens.importing.drawers import GRADES, a_drawer, a_file


@pytest.fixture
def again(stage_on, empty_planner, qtbot, tmp_path):
    stage = stage_on(empty_planner)
    a_drawer(stage, qtbot, a_file(tmp_path)).import_now()
    return a_drawer(stage, qtbot, a_file(tmp_path, GRADES.replace("G3,3,7,78", "G3,4,7,78")))


def test_only_rows_and_columns_with_something_new_stay(again):
    hidden = hidden_places(again.preview, again.told)
    # Amara has another score, García a cell that needs a look, in the quiz.
    assert hidden.rows == {4}
    assert hidden.columns == {5}


def test_the_whole_file_hides_nothing(again):
    again.show_only_changes(False)
    hidden = hidden_places(again.preview, again.told)
    assert (hidden.rows, hidden.columns) == (frozenset(), frozenset())
