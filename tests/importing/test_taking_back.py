from datetime import date

from plplanner.importing.taking_back import FIELDS, Update, put_back, values_given

FRIDAY = date(2026, 11, 20)
OLD = dict.fromkeys(FIELDS) | {"title": "Quiz", "imported_title": "Quiz"}


def renamed(title, *, before=OLD):
    return Update(before, {"title": title, "imported_title": title})


def test_without_another_import_everything_it_set_goes_back():
    now = {**OLD, "title": "Ratios", "imported_title": "Ratios", "taken_on": FRIDAY}
    mine = Update(OLD, {"title": "Ratios", "imported_title": "Ratios", "taken_on": FRIDAY})
    assert put_back(now, mine, []).now == {
        "title": "Quiz", "imported_title": "Quiz", "taken_on": None,
    }  # fmt: skip


def test_what_the_teacher_changed_since_stays():
    now = {**OLD, "title": "My ratios", "imported_title": "Ratios"}
    assert put_back(now, renamed("Ratios"), []).now == {"imported_title": "Quiz"}


def test_what_a_later_import_says_too_stays_and_that_one_remembers_what_was_before():
    after = {**OLD, "title": "Ratios", "imported_title": "Ratios"}
    result = put_back(after, renamed("Ratios"), [renamed("Ratios", before=after)])
    assert result.now == {}
    assert result.later == ({"title": "Quiz", "imported_title": "Quiz"},)


def test_a_later_import_that_says_nothing_of_a_field_does_not_keep_it():
    after = {**OLD, "taken_on": FRIDAY}
    result = put_back(after, Update(OLD, {"taken_on": FRIDAY}), [Update(after, {})])
    assert (result.now, result.later) == ({"taken_on": None}, ({"taken_on": None},))


def test_what_the_teacher_changed_between_two_imports_is_the_past_of_the_later():
    hers = {**OLD, "title": "My ratios", "imported_title": "Ratios"}
    later = Update(hers, {"imported_title": "Ratios"})
    result = put_back(hers, renamed("Ratios"), [later])
    assert (result.now, result.later) == ({}, ({"imported_title": "Quiz"},))


def test_a_file_gives_what_it_says_where_the_teachers_word_does_not_stand():
    after = {**OLD, "title": "My ratios", "imported_title": "Ratios", "points_possible": 5}
    given = values_given(after, title=" Ratios ", taken_on=None, points_possible=5)
    assert given == {"imported_title": "Ratios", "points_possible": 5}
