from plplanner.importing.chosen_class import classes_to_choose_from, only_class
from plplanner.importing.crowd import with_crowd_warning
from plplanner.importing.preview import rows_shown
from tests.importing.files import read_text

ROWS = "\n".join(f"Ann Li{n},Class {n:02},3" for n in range(50))
DISTRICT = with_crowd_warning(
    read_text(f"Name,Section,Quiz /5\n{ROWS}\nBo Ek,Class 01 and Class 02,9\n")
)


def test_only_a_district_s_file_has_classes_to_choose_from():
    assert len(classes_to_choose_from(DISTRICT)) == 50
    assert classes_to_choose_from(read_text("Name,Section\nAnn,P2\nBo,P4\n")) == ()


def test_one_class_leaves_nothing_of_the_others():
    read = only_class(DISTRICT, "Class 02")
    assert [(one.first, one.section) for one in read.students] == [
        ("Ann", "Class 02"),
        ("Bo", "Class 02"),
    ]
    assert rows_shown(read.source) == (3, 51)
    assert all("Class 01" not in row for row in read.source.table.rows[:51])
    assert read.sections == ("Class 02",)
    assert not any("holds" in warning.message for warning in read.warnings)
