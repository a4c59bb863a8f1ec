from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from plplanner.playlists.commands import remove_playlist
from plplanner.playlists.queries import playlists
from plplanner.printing.lesson_paper import Sheet
from plplanner.ui import show_saved
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.screens.printing.choices import CHOSEN
from plplanner.ui.screens.printing.printers import PrinterRow, PrinterSilent
from plplanner.ui.screens.printing.view import PrintScreen
from plplanner.ui.screens.printing.viewmodel import PrintViewModel
from tests.builders import MONDAY

WORKROOM = PrinterRow("Workroom LaserJet", prints_colour=True, prints_two_sided=False)


@pytest.fixture
def screen_on(stage_on, qtbot, settled, known_pages):
    """`screen_on(planner)`: the print room, shown, with its pages made."""

    def build(planner, *, printers=(), send=lambda *_: None):
        stage = stage_on(planner)
        model = PrintViewModel(stage, find_printers=lambda: printers, send=send, known=known_pages)
        screen = PrintScreen(stage, model)
        qtbot.addWidget(screen)
        screen.resize(1206, 662)
        screen.show()
        screen.come_up()
        settled(screen.viewmodel)
        return screen

    return build


@pytest.mark.long
def test_the_room_shows_pages_sizes_and_what_the_button_does(screen_on, planned):
    screen = screen_on(planned)
    shown = [tile for tile in screen.gallery.tiles.values() if not tile.isHidden()]
    assert [tile.pages.text() for tile in shown] == ["1 page", "4 pages", "7 pages"]
    assert screen.preview.number.text() == "Page 1 of 7"
    assert screen.side.primary.text() == "Save 12 pages as PDF"
    looks = [one.text() for one in screen.preview.look.buttons.values()]
    assert looks == ["As saved (color)", "Gray"]
    assert screen.side.instead.isHidden()
    assert screen.subtitle == "for Mon 23 Nov"
    assert screen.viewmodel.picture is not None


@pytest.mark.long
def test_a_click_on_a_tile_shows_its_sheet_and_arrow_keys_go_on(screen_on, planned, qtbot, settled):
    screen = screen_on(planned)
    tiles = screen.gallery.tiles
    qtbot.mouseClick(tiles[Sheet.SLIPS], Qt.MouseButton.LeftButton)
    assert screen.side.title.text() == "Student slips"
    assert screen.preview.number.text() == "Page 1 of 4"
    tiles[Sheet.SLIPS].setFocus()
    qtbot.keyClick(tiles[Sheet.SLIPS], Qt.Key.Key_Up)
    assert screen.viewmodel.choices.selected is Sheet.BOARD
    assert not screen.side.whole_class.isHidden()
    settled(screen.viewmodel)


@pytest.mark.long
def test_page_down_turns_the_page_from_anywhere(screen_on, planned, qtbot, settled):
    screen = screen_on(planned)
    qtbot.keyClick(screen.side.primary, Qt.Key.Key_PageDown)
    assert screen.preview.number.text() == "Page 2 of 7"
    settled(screen.viewmodel)


@pytest.mark.long
def test_enter_on_the_main_button_prints_what_is_ticked(screen_on, planned, qtbot, settled):
    sent = []
    screen = screen_on(planned, printers=(WORKROOM,), send=lambda pdfs, _: sent.append(len(pdfs)))
    qtbot.keyClick(screen.gallery.tiles[Sheet.BOARD].tick, Qt.Key.Key_Space)
    settled(screen.viewmodel)
    assert screen.side.primary.text() == "Print 11 pages"
    assert not screen.side.two_sided.isEnabled()
    screen.activateWindow()
    screen.side.primary.setFocus()
    with qtbot.waitSignal(screen.stage.wishes.tell):
        qtbot.keyClick(screen.side.primary, Qt.Key.Key_Return)
    assert sent == [2]
    assert screen.side.primary.hasFocus(), "the keyboard does not wander off meanwhile"


@pytest.mark.long
def test_a_silent_printer_is_told_with_a_way_to_open_the_pdf(screen_on, planned, qtbot):
    def silent(_pdfs, _ticket):
        raise PrinterSilent

    screen = screen_on(planned, printers=(WORKROOM,), send=silent)
    with qtbot.waitSignal(screen.stage.wishes.show_banner) as told:
        qtbot.mouseClick(screen.side.primary, Qt.MouseButton.LeftButton)
    ((tone, text, (says, _act)),) = told.args
    assert (tone, says) == ("warn", "Open")
    place = f"“Math 3, 2026-11-23.pdf” in “{screen.stage.documents}”"
    assert text == f"The printer did not answer. Your 12 pages are saved as {place}."


@pytest.mark.long
def test_save_as_pdf_asks_where_with_a_name_that_names_no_student(
    screen_on, planned, qtbot, tmp_path, monkeypatch
):
    offered = []

    def choose(_parent, _title, start, _kinds):
        offered.append(start)
        return str(tmp_path / "sheets"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    screen = screen_on(planned)
    with qtbot.waitSignal(screen.stage.wishes.show_banner) as told:
        qtbot.mouseClick(screen.side.primary, Qt.MouseButton.LeftButton)
    assert offered == [str(screen.stage.documents / "Math 3, 2026-11-23.pdf")]
    ((tone, text, (says, act)),) = told.args
    assert (tone, says) == ("news", "Open")
    assert text == f"Saved 12 pages in “{tmp_path / 'sheets.pdf'}”."
    opened = []
    monkeypatch.setattr(show_saved, "show_file", lambda path, **_: opened.append(path.name))
    act()
    assert opened == ["sheets.pdf"]
    assert (tmp_path / "sheets.pdf").stat().st_mode & 0o077 == 0


@pytest.mark.long
def test_chosen_students_are_ticked_in_a_list(screen_on, planned, qtbot, settled):
    screen = screen_on(planned)
    screen.viewmodel.set(who=CHOSEN)
    settled(screen.viewmodel)
    assert screen.side.students.isVisible()
    assert screen.gallery.tiles[Sheet.CARDS].pages.text() == "Nobody chosen"
    screen.side.students.setCurrentRow(0)
    qtbot.keyClick(screen.side.students, Qt.Key.Key_Space)
    settled(screen.viewmodel)
    assert screen.preview.number.text() == "Page 1 of 1"


@pytest.mark.long
def test_without_a_plan_the_room_offers_the_way_to_one(screen_on, sample_planner, qtbot):
    screen = screen_on(sample_planner)
    (go,) = (b for b in screen.findChildren(QPushButton) if b.text() == "Plan the lesson")
    with qtbot.waitSignal(screen.stage.wishes.go_to) as told:
        qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    assert told.args == ["tomorrow"]


def test_a_day_whose_groups_are_drafted_in_tomorrow_is_not_said_to_be_without_a_plan(
    stage_on, planned, qtbot, settled
):
    stage = stage_on(planned)
    screen = PrintScreen(stage, PrintViewModel(stage, find_printers=tuple))
    qtbot.addWidget(screen)
    stage.choice.choose_day(MONDAY + timedelta(days=1))
    screen.come_up()
    settled(screen.viewmodel)
    (empty,) = screen.findChildren(EmptyState)
    shown = [label.text() for label in empty.findChildren(QLabel)]
    assert "The plan for Tuesday is a draft" in shown
    assert empty.buttons[0].text() == "Look at the draft"


@pytest.mark.long
def test_codes_and_a_second_language_that_no_card_has_are_not_ticked(screen_on, planned, settled):
    screen = screen_on(planned)
    assert screen.side.language.isChecked()
    assert screen.side.qr.isChecked()
    for row in planned.ask(playlists):
        planned.do(remove_playlist, playlist_id=row.id)
    settled(screen.viewmodel)
    assert not screen.side.language.isChecked()
    assert not screen.side.language.isEnabled()
    assert (screen.side.qr.isChecked(), screen.side.qr.isEnabled()) == (False, False)
    assert screen.side.qr_hint.text() == "No task on these cards has a link"


@pytest.mark.long
def test_one_button_hands_the_day_over_and_back_and_shows_its_pages(screen_on, planned, settled):
    screen = screen_on(planned)
    tile = screen.gallery.tiles[Sheet.SUBSTITUTE]
    assert tile.isHidden()
    screen.gallery.hand.click()
    settled(screen.viewmodel)
    assert (tile.isHidden(), tile.isChecked(), tile.pages.text()) == (False, True, "3 pages")
    assert screen.side.primary.text() == "Save 15 pages as PDF"
    assert not screen.side.for_substitute.isHidden()
    assert screen.gallery.hand.text() == "Teach it myself"
    screen.gallery.hand.click()
    settled(screen.viewmodel)
    assert tile.isHidden()
    assert screen.side.primary.text() == "Save 12 pages as PDF"


def test_ctrl_p_here_is_the_main_button_or_says_why_it_cannot_be(stage_on, planned, qtbot):
    screen = PrintScreen(stage_on(planned))
    qtbot.addWidget(screen)
    pressed, told = [], []
    screen.side.primary.clicked.connect(lambda: pressed.append(1))
    screen.side.save_wanted.disconnect()
    screen.stage.wishes.tell.connect(told.append)
    screen.viewmodel.lesson = "there"
    screen.side.primary.setEnabled(True)
    screen.print_now()
    assert (len(pressed), told) == (1, [])
    screen.side.primary.setEnabled(False)
    screen.side.primary.setToolTip("Select a sheet.")
    screen.print_now()
    assert (len(pressed), told) == (1, ["Select a sheet."])
