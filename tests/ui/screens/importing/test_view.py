import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from plplanner.importing.corrections import BlankMeans
from plplanner.importing.read_apart import FileReader
from plplanner.ui.screens.importing.view import ImportScreen
from tests.importing.reader_here import ReaderHere
from tests.ui.screens.importing.drawers import GRADES, a_file


@pytest.fixture
def stage(stage_on, empty_planner):
    return stage_on(empty_planner)


@pytest.fixture
def bare(stage, qtbot):
    """The drawer without a file, in no window."""
    screen = ImportScreen(stage)
    screen.drawer.reading.new_reader = ReaderHere
    qtbot.addWidget(screen)
    screen.resize(1206, 662)
    screen.come_up()
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


@pytest.fixture
def screen(bare, qtbot, tmp_path):
    bare.take_files([a_file(tmp_path)])
    qtbot.waitUntil(lambda: bare.drawer.preview is not None)
    return bare


@pytest.mark.long
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


@pytest.mark.long
def test_files_left_are_taken_up_by_the_button_and_the_banner_goes(
    window_on, empty_planner, qtbot, tmp_path
):
    window = window_on(empty_planner)
    screen = window.screen_of("import")
    screen.drawer.reading.new_reader = ReaderHere
    window.import_files([a_file(tmp_path)])
    qtbot.waitUntil(lambda: screen.drawer.preview is not None)
    window.open_room("scores")
    assert screen.drawer.preview is None

    def ways_back():
        found = window.findChildren(QAbstractButton)
        return [one for one in found if one.text() == "Go on with it" and one.isVisible()]

    qtbot.waitUntil(lambda: len(ways_back()) == 1)
    qtbot.mouseClick(ways_back()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.drawer.preview is not None)
    assert (screen.drawer.file_name, ways_back()) == ("grades.csv", [])
    assert screen.isVisible()


@pytest.mark.long
def test_one_click_imports_too(screen, stage, qtbot):
    qtbot.mouseClick(screen.report.import_button, Qt.MouseButton.LeftButton)
    assert stage.desk.undo_label == "Import “grades.csv”"


@pytest.mark.long
def test_escape_leaves_without_saving(screen, stage, qtbot):
    rooms = []
    stage.wishes.go_to.connect(rooms.append)
    qtbot.keyClick(screen.report.import_button, Qt.Key.Key_Escape)
    assert (screen.drawer.preview, stage.desk.undo_label, rooms) == (None, None, ["scores"])


def test_escape_closes_a_list_first_and_leaves_only_then(screen, stage, qtbot):
    box = screen.head.school_class
    box.setFocus()
    box.showPopup()
    qtbot.keyClick(box.view(), Qt.Key.Key_Escape)
    assert screen.drawer.preview is not None
    assert not box.view().isVisible()
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Escape)
    assert screen.drawer.preview is None


@pytest.mark.long
def test_leaving_by_another_way_forgets_the_file(screen):
    screen.step_back()
    assert screen.drawer.preview is None


def test_a_broken_file_is_an_error_in_the_drawer_with_a_way_on(bare, stage, qtbot, tmp_path):
    asked = []
    stage.wishes.choose_file.connect(lambda: asked.append(True))
    bare.take_files([a_file(tmp_path, "%PDF-1.7", name="a.pdf")])
    qtbot.waitUntil(lambda: bare.drawer.problem is not None)
    (again,) = [b for b in buttons(bare) if b.text() == "Choose another file"]
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert asked == [True]
    rooms = []
    stage.wishes.go_to.connect(rooms.append)
    (back,) = [b for b in buttons(bare) if b.text() == "Back to Scores"]
    qtbot.keyClick(back, Qt.Key.Key_Escape)
    assert rooms == ["scores"]


@pytest.mark.long
def test_a_broken_file_leads_back_to_the_room_one_came_from(
    window_on, empty_planner, qtbot, tmp_path
):
    window = window_on(empty_planner, room="resources")
    screen = window.screen_of("import")
    screen.drawer.reading.new_reader = ReaderHere
    window.import_files([a_file(tmp_path, "%PDF-1.7", name="a.pdf")])
    qtbot.waitUntil(lambda: screen.drawer.problem is not None)
    said = {button.text(): button for button in buttons(screen) if button.isVisible()}
    assert said["Choose another file"].hasFocus()
    assert "Back to Resources" in said
    qtbot.keyClick(said["Choose another file"], Qt.Key.Key_Escape)
    assert (window.room, screen.isVisible()) == ("resources", False)


def test_without_a_file_the_drawer_offers_to_choose_one(bare):
    assert "Choose files…" in [b.text() for b in buttons(bare)]


@pytest.mark.long
def test_every_control_has_a_name(screen):
    nameless = [
        widget
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for widget in screen.findChildren(kind)
        if widget.isVisible() and not widget.accessibleName()
    ]
    assert nameless == []


@pytest.mark.long
def test_a_hundred_and_twenty_five_percent_has_room_for_everything(screen):
    assert screen.minimumSizeHint().width() <= 1093 - 56
    assert screen.minimumSizeHint().height() <= 614 - 52 - 26


@pytest.mark.long
def test_pasting_in_the_drawer_reads_the_clipboard(window_on, empty_planner, qtbot):
    window = window_on(empty_planner)
    screen = window.screen_of("import")
    screen.drawer.reading.new_reader = ReaderHere
    QGuiApplication.clipboard().setText("Name\tQuiz /5\nAnn\t3\nBo\t4\n")
    welcome = window.screen_of("welcome")
    qtbot.keyClick(welcome.import_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: screen.drawer.preview is not None)
    assert (screen.drawer.file_name, window.room) == ("Pasted table", "scores")
    screen.drawer.leave()


def test_a_district_file_asks_for_its_class_with_the_keyboard_there(bare, qtbot, tmp_path):
    rows = "\n".join(f"Ann Li{n},Class {n:02},3" for n in range(50))
    bare.take_files([a_file(tmp_path, f"Name,Section,Quiz /5\n{rows}\n")])
    qtbot.waitUntil(bare.crowd.isVisible)
    assert bare.crowd.field.hasFocus()
    qtbot.keyClicks(bare.crowd.field, "s 07")
    qtbot.keyClick(bare.crowd.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bare.drawer.preview is not None)
    assert bare.table.model().rowCount() == 1
    assert bare.head.section.currentText() == "Class 07"


@pytest.mark.long
def test_enter_in_a_field_ends_the_field_and_imports_nothing(screen, stage, qtbot):
    edit = screen.head.school_class.lineEdit()
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "Room 12")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not screen.drawer.is_thinking)
    assert (screen.drawer.class_name, stage.desk.own.undo_label) == ("Room 12", None)


@pytest.mark.long
def test_what_was_remembered_is_one_line_with_a_way_back(screen, stage, qtbot, tmp_path):
    screen.drawer.answers.say_blank(BlankMeans.ZERO)
    screen.drawer.import_now()
    qtbot.waitUntil(lambda: stage.desk.own.undo_label is not None)
    screen.take_files([a_file(tmp_path)])
    qtbot.waitUntil(lambda: screen.drawer.preview is not None)
    assert screen.head.remembered.isVisible()
    qtbot.mouseClick(screen.head.start_afresh, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not screen.head.remembered.isVisible())


@pytest.mark.long
def test_only_changes_are_shown_and_the_whole_file_on_demand(screen, stage, qtbot, tmp_path):
    screen.drawer.import_now()
    screen.take_files([a_file(tmp_path, GRADES.replace("G3,3,7,78", "G3,4,7,78"))])
    qtbot.waitUntil(lambda: screen.table.model().rowCount() == 3)
    assert screen.table.isColumnHidden(5)
    qtbot.mouseClick(screen.head.shown.buttons["all"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.table.model().rowCount() == 4)
    assert not screen.table.isColumnHidden(5)


@pytest.mark.long
def test_closing_the_window_leaves_no_process_that_reads(window_on, empty_planner, tmp_path):
    window = window_on(empty_planner)
    reader = FileReader(command=(sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)"))
    window.screen_of("import").drawer.reading.new_reader = lambda: reader
    with reader:
        window.import_files([a_file(tmp_path)])
        window.close()
        window.stage.jobs.wait()
        assert reader._process.returncode is not None


def buttons(screen):
    return [b for b in screen.findChildren(QAbstractButton) if not b.isHidden()]
