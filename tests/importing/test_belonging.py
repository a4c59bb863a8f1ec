import pytest

from plplanner.importing.belonging import (
    family_of,
    folder_of,
    is_worth_reading,
    only_member,
    short_name,
    without_private,
)
from plplanner.importing.table import Table


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "a/.hidden.csv", "__MACOSX/a.csv", "desktop.ini", "x/Thumbs.db", "~$a.xlsx", ""],
)
def test_what_systems_leave_behind_is_not_worth_a_word(name):
    assert not is_worth_reading(name)


def test_plain_files_are_worth_reading_wherever_they_lie():
    assert is_worth_reading("a.csv")
    assert is_worth_reading("Fall\\P2.xlsx")


def test_birth_dates_and_passwords_of_an_export_are_never_read():
    names = ("x/users.csv", "x/Demographics.csv", "x/userProfiles.csv", "y/demographics.csv")
    assert without_private(names) == ("x/users.csv", "y/demographics.csv")


def test_folder_and_file_name_are_told_apart():
    assert (folder_of("a/b/c.csv"), short_name("a/b/c.csv")) == ("a/b", "c.csv")
    assert (folder_of("c.csv"), short_name("c.csv")) == ("", "c.csv")


@pytest.mark.parametrize(
    ("headings", "family"),
    [
        (("sourcedId", "status", "title"), "oneroster"),
        (("propertyName", "value"), "oneroster"),
        (("TermName", "StudentID"), "nwea"),
        (("StudentSourcedID", "StudentIdentifier", "ScaledScore", "PercentileRank"), "star"),
        (("StudentSourcedID", "StandardName", "StandardPercentMastery"), "star"),
        (("Student", "Quiz"), None),
    ],
)
def test_files_of_one_export_are_known_by_their_headings(headings, family):
    assert family_of(Table((headings,))) == family


def test_one_file_of_a_zip_or_one_folder_in_it_is_meant_by_its_path():
    files = {"a/x.csv": b"1", "b/users.csv": b"2", "b/classes.csv": b"3", "y.csv": b"4"}
    assert only_member(files, "a/x.csv") == {"a/x.csv": b"1"}
    assert set(only_member(files, "b")) == {"b/users.csv", "b/classes.csv"}
    assert only_member(files, "gone.csv") == files
