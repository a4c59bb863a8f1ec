import stat

from plplanner.crash_report import crash_report, write_crash_report
from tests.builders import NOW


def a_fault(student="Siobhán"):
    try:
        try:
            raise KeyError(student)
        except KeyError as inner:
            raise ValueError(f"{student} has 37.25") from inner
    except ValueError as fault:
        return fault


def test_a_report_says_kinds_and_places_and_nothing_that_was_in_them():
    report = crash_report(a_fault())
    assert report.startswith("ValueError\n  test_crash_report.py:")
    assert "caused by KeyError" in report
    assert "in a_fault" in report
    assert not [word for word in ("Siobhán", "37.25", "/") if word in report]


def test_a_chain_without_end_stops():
    fault = a_fault()
    for _ in range(9):
        outer = RuntimeError()
        outer.__cause__ = fault
        fault = outer
    assert crash_report(fault).count("caused by") == 4


def test_the_report_is_the_user_s_own_file(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_, **__: str(tmp_path / "log"))
    path = write_crash_report(a_fault(), NOW)
    assert path.name == "crash 2026-11-20 19.42.07.txt"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8").startswith("plplanner on Python")


def test_a_log_folder_that_cannot_be_made_is_no_second_fault(tmp_path, monkeypatch):
    (tmp_path / "log").write_text("in the way")
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_, **__: str(tmp_path / "log"))
    assert write_crash_report(a_fault(), NOW) is None
