from plplanner.rotation.week_words import week_words


def test_a_week_in_a_sentence():
    assert week_words({"Kite": 3, "Moon": 3}, {}) == "Every group meets you 3 times."
    assert week_words({"Kite": 4, "Moon": 2, "Quilt": 1}, {"Kite": 2, "Moon": 1, "Quilt": 0}) == (
        "Kite meets you 4 times, where the need is greatest; everyone at least once."
    )
    assert week_words({}, {}) == ""


def test_need_is_named_only_where_it_is_so():
    words = week_words({"Kite": 3, "Moon": 3, "Quilt": 2}, {"Kite": 2, "Moon": 1, "Quilt": 1})
    assert words == "Kite and Moon meet you 3 times; everyone at least twice."


def test_who_is_not_met_is_named():
    words = week_words({"Kite": 1, "Moon": 0, "Quilt": 0}, {"Kite": 2})
    assert words == (
        "Kite meets you once, where the need is greatest. Moon and Quilt do not meet you."
    )
