import pytest

from plplanner.importing.nicknames import names_behind


@pytest.mark.parametrize(
    ("one", "other"),
    [("mike", "michael"), ("lupe", "guadalupe"), ("ted", "theodore"), ("liz", "beth")],
)
def test_forms_of_one_name_share_it(one, other):
    assert names_behind(one) & names_behind(other)


def test_a_form_may_stand_for_several_names_and_most_words_for_none():
    assert len(names_behind("alex")) > 1
    assert not names_behind("michael") & names_behind("michelle")
    assert names_behind("xochitl") == frozenset()
