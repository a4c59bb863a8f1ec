import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from plplanner.ui.screens.importing.view import ImportScreen
from tests.ui.screens.importing.drawers import ReaderHere, a_file


@pytest.fixture
def stage(stage_on, empty_planner):
    return stage_on(empty_planner)


@pytest.fixture
def bare(stage, qtbot):
    """The drawer without a file, in no window."""
    screen = ImportScreen(stage)
    screen.drawer.new_reader = ReaderHere
    qtbot.addWidget(screen)
    screen.resize(1206, 662)
    screen.come_up()
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


@pytest.fixture
def screen(bare, qtbot, tmp_path):
    bare.take_file(a_file(tmp_path))
    qtbot.waitUntil(lambda: bare.drawer.preview is not None)
    return bare


def test_a_dropped_file_and_enter_are_enough(window_on, empty_planner, qtbot, tmp_path):
    window = window_on(empty_planner)
    window.import_files([a_file(tmp_path)])
    screen = window.screen_of("import")
    qtbot.waitUntil(lambda: screen.drawer.preview is not None)
    assert screen.report.import_button.hasFocus()
    assert screen.report.import_button.text() == "Import 4 scores"
    qtbot.keyClick(screen.report.import_button, Qt.Key.Key_Return)
    assert window.stage.choice.school_class.name == "G3"
    assert window.room == "groups"


def test_one_click_imports_too(screen, stage, qtbot):
    qtbot.mouseClick(screen.report.import_button, Qt.MouseButton.LeftButton)
    assert stage.desk.undo_label == "Import “grades.csv”"


def test_escape_leaves_without_saving(screen, stage, qtbot):
    rooms = []
    stage.wishes.go_to.connect(rooms.append)
    qtbot.keyClick(screen.report.import_button, Qt.Key.Key_Escape)
    assert (screen.drawer.preview, stage.desk.undo_label, rooms) == (None, None, ["scores"])


def test_leaving_by_another_way_forgets_the_file(screen):
    screen.step_back()
    assert screen.drawer.preview is None


def test_a_broken_file_is_an_error_in_the_drawer_with_a_way_on(bare, stage, qtbot, tmp_path):
    asked = []
    stage.wishes.choose_file.connect(lambda: asked.append(True))
    bare.take_file(a_file(tmp_path, "%PDF-1.7", name="a.pdf"))
    qtbot.waitUntil(lambda: bare.drawer.problem is not None)
    (again,) = [b for b in buttons(bare) if b.text() == "Choose another file"]
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert asked == [True]


def test_without_a_file_the_drawer_offers_to_choose_one(bare):
    assert "Choose a file…" in [b.text() for b in buttons(bare)]


def test_every_control_has_a_name(screen):
    nameless = [
        widget
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for widget in screen.findChildren(kind)
        if widget.isVisible() and not widget.accessibleName()
    ]
    assert nameless == []


def test_a_hundred_and_twenty_five_percent_has_room_for_everything(screen):
    assert screen.minimumSizeHint().width() <= 1093 - 56
    assert screen.minimumSizeHint().height() <= 614 - 52 - 26


def buttons(screen):
    return [b for b in screen.findChildren(QAbstractButton) if not b.isHidden()]
