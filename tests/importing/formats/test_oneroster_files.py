from plplanner.importing.formats.oneroster_files import find_files, is_oneroster
from plplanner.importing.table import Table

USERS = Table(
    (
        ("familyName", "metadata.preferredFirstName", "sourcedId", "givenName", "status"),
        ("Li", "Annie", "s1", "Ann", ""),
        ("Ek", "", "s2", "Bo", "tobedeleted"),
        (),
        ("Fu", "NULL", "s3"),
    )
)


def test_files_are_known_by_headings_in_any_order():
    enrollments = Table((("userSourcedId", "role", "classSourcedId"),))
    files = find_files((enrollments, USERS))
    assert files.users.table is USERS
    assert files.enrollments.table is enrollments
    assert list(files.results.rows()) == []


def test_rows_no_longer_in_force_are_passed_over():
    assert list(find_files((USERS,)).users.rows()) == [1, 4]


def test_cells_of_short_rows_are_blank_and_extensions_count_by_their_own_name():
    users = find_files((USERS,)).users
    assert users.text(1, "preferredfirstname") == "Annie"
    assert users.text(4, "preferredfirstname", "givenname") == ""
    assert users.text(1, "nosuchheading", "familyname") == "Li"


def test_other_tables_are_no_export():
    assert is_oneroster((USERS,))
    assert not is_oneroster((Table((("Student", "ID"),)), Table(())))
