from plplanner.importing.corrections import Corrections
from plplanner.ui.screens.importing.saving import save_file
from tests.ui.screens.importing.drawers import a_drawer, a_file


def test_a_backup_comes_first_then_everything_in_one_step(stage_on, empty_planner, qtbot, tmp_path):
    stage = stage_on(empty_planner)
    drawer, labels = a_drawer(stage, qtbot, a_file(tmp_path)), []
    stage.wishes.back_up.connect(lambda: labels.append(stage.desk.undo_label))
    (class_id,) = save_file(stage, drawer.preview, drawer.file, Corrections())
    assert class_id == stage.choice.classes[0].id
    assert (labels, stage.desk.undo_label) == ([None], "Import “grades.csv”")
