from plplanner.store.lock import owner_of, take_lock
from tests.builders import NOW


def test_only_one_program_gets_the_lock_and_the_other_learns_who_has_it(tmp_path):
    path = tmp_path / "Math.plplanner"
    first = take_lock(path, now=NOW)
    assert take_lock(path, now=NOW) is None
    assert owner_of(path).since == "2026-11-20 19:42"
    assert "since 2026-11-20 19:42" in owner_of(path).sentence()
    first.release()
    assert owner_of(path) is None
    second = take_lock(path, now=NOW)
    assert second is not None
    second.release()


def test_an_unreadable_note_names_nobody(tmp_path):
    (tmp_path / ".Math.plplanner.owner").write_text("[1, 2]")
    assert owner_of(tmp_path / "Math.plplanner") is None


def test_a_note_that_cannot_be_removed_does_not_keep_the_lock(tmp_path):
    path = tmp_path / "Math.plplanner"
    lock = take_lock(path, now=NOW)
    note = tmp_path / ".Math.plplanner.owner"
    note.unlink()
    note.mkdir()
    lock.release()
    note.rmdir()
    again = take_lock(path, now=NOW)
    assert again is not None
    again.release()
