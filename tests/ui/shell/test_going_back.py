import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from plplanner.roster import commands as roster
from plplanner.roster.queries import classes
from tests.builders import NOW

BEFORE = NOW.replace(hour=8)


@pytest.fixture
def backup(sample_planner):
    """A backup with the sample class alone; since then the planner has another one."""
    kept = sample_planner.back_up(now=BEFORE)
    sample_planner.do(roster.add_class, name="Art")
    return kept


@pytest.fixture
def window(window_on, sample_planner, backup):
    made = window_on(sample_planner, room="students")
    yield made
    made.stage.desk.stop_looking()


def let_go():
    """What an event loop does by itself: show what is new, delete what is gone."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def names(window):
    return [row.name for row in window.stage.choice.classes]


def words(window):
    QApplication.processEvents()  # what is new in a layout is shown then
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def click(window, qtbot, name):
    let_go()

    def found():
        return [
            one
            for one in window.findChildren(QPushButton)
            if one.accessibleName() == name and one.isVisible()
        ]

    qtbot.waitUntil(lambda: len(found()) == 1)
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


@pytest.mark.long
def test_a_backup_is_restored_from_settings_and_the_restore_taken_back(
    window, qtbot, sample_planner
):
    now = sample_planner.digest()
    window.open_room("settings")
    click(window, qtbot, "Restore the backup of Fri 20 Nov 2026, 8:42")
    assert names(window) == ["Math 3"]
    assert window.stage.desk.undo_label is None
    assert window.room == "settings"
    (said,) = [text for text in words(window) if "is back as it was" in text]
    assert "backup of Fri 20 Nov 2026, 8:42" in said
    assert window.status.backup.text() == "Last backup Fri 20 Nov"
    click(window, qtbot, "Undo restore")
    assert sorted(names(window)) == ["Art", "Math 3"]
    assert sample_planner.digest() == now


@pytest.mark.long
def test_the_planner_goes_on_being_saved_after_a_restore(window, backup, sample_planner):
    window.stage.wishes.go_back_to.emit(backup)
    window.stage.desk.do(roster.add_class, name="Music")
    assert sorted(names(window)) == ["Math 3", "Music"]
    assert sorted(row.name for row in sample_planner.ask(classes)) == ["Math 3", "Music"]


@pytest.mark.long
def test_looking_inside_changes_nothing_and_leads_back(window, backup, qtbot, sample_planner):
    now, bytes_of_backup = sample_planner.digest(), backup.read_bytes()
    window.stage.wishes.look_into.emit(backup)
    assert names(window) == ["Math 3"]
    assert window.status.saved.text() == "To read only"
    assert window.stage.desk.do(roster.add_class, name="Music") is None
    assert any("Nothing can be changed in it" in text for text in words(window))
    assert window.remembered().planner == str(sample_planner.path)
    click(window, qtbot, "Back to my planner")
    assert sorted(names(window)) == ["Art", "Math 3"]
    assert not any("You are looking at" in text for text in words(window))
    assert (sample_planner.digest(), backup.read_bytes()) == (now, bytes_of_backup)
    window.stage.desk.do(roster.add_class, name="Music")
    assert "Music" in names(window)


@pytest.mark.long
def test_what_one_looks_at_can_be_restored(window, backup, qtbot):
    window.stage.wishes.look_into.emit(backup)
    click(window, qtbot, "Restore this backup")
    assert names(window) == ["Math 3"]
    assert not window.stage.desk.is_looking
    assert not any("You are looking at" in text for text in words(window))


@pytest.mark.parametrize("wish", ["look_into", pytest.param("go_back_to", marks=pytest.mark.long)])
def test_a_damaged_backup_is_told_and_nothing_changes(window, backup, wish, sample_planner):
    backup.write_bytes(backup.read_bytes()[:5000])
    now = sample_planner.digest()
    getattr(window.stage.wishes, wish).emit(backup)
    assert sorted(names(window)) == ["Art", "Math 3"]
    assert any("damaged" in text for text in words(window))
    assert sample_planner.digest() == now


@pytest.mark.long
def test_every_room_shows_the_restored_planner(window, backup):
    for room in ("tomorrow", "groups", "playlists", "resources", "scores", "week", "students"):
        window.open_room(room)
    window.stage.wishes.go_back_to.emit(backup)
    let_go()
    for room in ("tomorrow", "groups", "playlists", "resources", "scores", "week", "students"):
        window.open_room(room)
        assert window.top_bar.title.text() != "Welcome"
