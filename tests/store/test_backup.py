from datetime import datetime, timedelta

import pytest

from plplanner.problems import Problem
from plplanner.store.backup import moment_of, moments_to_keep, restore, take_backup
from plplanner.store.planner_file import open_planner
from tests.builders import NOW as NOW_UTC
from tests.builders import a_class, a_planner

NOW = NOW_UTC.replace(tzinfo=None)


def school_days(count):
    """Three backups a day for so many days, newest last."""
    return [NOW - timedelta(days=days, hours=hours) for days in range(count) for hours in (0, 3, 6)]


def test_today_and_yesterday_are_kept_whole():
    kept = moments_to_keep(school_days(2), NOW)
    assert len(kept) == 6


def test_older_ones_thin_to_twelve_days_ten_weeks_and_nine_months():
    kept = moments_to_keep(school_days(1000), NOW)
    older = sorted(moment for moment in kept if moment.date() < NOW.date() - timedelta(days=1))
    assert len(older) == 12 + 10 + 9
    assert len({moment.date() for moment in older}) == len(older)
    assert older[-1].date() == NOW.date() - timedelta(days=2)
    assert older[-12].date() == NOW.date() - timedelta(days=13)


def test_a_thousand_simulated_days_never_lose_the_newest_and_reach_far_back():
    kept: set[datetime] = set()
    start = datetime(2024, 2, 26, 16, 0)
    for day in range(1000):
        now = start + timedelta(days=day)
        kept = moments_to_keep(kept | {now}, now)
        assert now in kept
    assert min(kept) < now - timedelta(days=200)
    assert len(kept) <= 2 + 12 + 10 + 9


def test_a_backup_from_a_clock_that_was_set_back_is_kept():
    future = NOW + timedelta(days=365)
    assert future in moments_to_keep([future, NOW], NOW)


def test_a_backup_holds_the_same_rows_and_says_when_it_was_taken(tmp_path):
    with a_planner(tmp_path) as planner:
        a_class(planner)
        backup = planner.back_up(now=NOW)
        second = planner.back_up(now=NOW)
        expected = planner.digest()
    assert moment_of(backup) == NOW
    assert second != backup and moment_of(second) == NOW
    copy = open_planner(backup, now=NOW)
    assert copy.digest() == expected
    copy.close()


def test_a_copy_that_differs_is_not_named_a_backup(tmp_path, monkeypatch):
    with a_planner(tmp_path) as planner:
        a_class(planner)
        answers = iter(["one fingerprint", "another"])
        monkeypatch.setattr("plplanner.store.backup.digest", lambda _: next(answers))
        with pytest.raises(Problem, match="not hold the same rows"):
            planner.back_up(now=NOW)
        assert list(tmp_path.glob("Math backups/*")) == []


def test_thinning_leaves_other_planners_alone(tmp_path):
    with a_planner(tmp_path) as planner:
        folder = tmp_path / "Math backups"
        folder.mkdir()
        others = folder / "Science 2001-01-01 00.00.00.plplanner"
        old = [folder / f"Math 2001-01-01 00.00.{n:02}.plplanner" for n in range(3)]
        for path in (others, *old):
            path.write_bytes(b"")
        planner.back_up(now=NOW)
    assert others.exists()
    assert [path.exists() for path in old] == [False, False, True]


def test_restore_brings_the_rows_back_and_keeps_what_stood_there(tmp_path):
    with a_planner(tmp_path) as planner:
        a_class(planner)
        backup = planner.back_up(now=NOW)
        before = planner.digest()
        a_class(planner, name="Later")
        after = planner.digest()
        path = planner.path
    kept = restore(backup, path, now=NOW)
    for place, expected in ((path, before), (kept, after)):
        reopened = open_planner(place, now=NOW)
        assert reopened.digest() == expected
        reopened.close()


def test_restore_over_a_damaged_planner_keeps_the_damaged_bytes(tmp_path):
    with a_planner(tmp_path) as planner:
        backup = planner.back_up(now=NOW)
        path = planner.path
    path.write_bytes(b"broken")
    kept = restore(backup, path, now=NOW)
    assert kept.read_bytes() == b"broken"
    open_planner(path, now=NOW).close()


@pytest.mark.parametrize("content", [b"", b"broken", b"SQLite format 3\0" + b"x" * 5000])
def test_a_backup_that_is_no_backup_changes_nothing(tmp_path, content):
    with a_planner(tmp_path) as planner:
        path = planner.path
    stood = path.read_bytes()
    bad = tmp_path / "bad.plplanner"
    bad.write_bytes(content)
    with pytest.raises(Problem):
        restore(bad, path, now=NOW)
    assert path.read_bytes() == stood


def test_a_missing_backup_is_named(tmp_path):
    with pytest.raises(Problem, match="There is no planner at"):
        restore(tmp_path / "none.plplanner", tmp_path / "Math.plplanner", now=NOW)


def test_a_backup_is_private(tmp_path):
    with a_planner(tmp_path) as planner:
        backup = take_backup(planner._connection, planner.path, now=NOW)
    assert backup.stat().st_mode & 0o777 == 0o600
    assert backup.parent.stat().st_mode & 0o777 == 0o700
