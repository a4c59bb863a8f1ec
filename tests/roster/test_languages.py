import pytest

from plplanner.roster.languages import (
    LANGUAGES,
    language_name,
    language_names,
    language_tag,
    wrong_language,
)
from plplanner.roster.names import compare_key


def test_every_language_has_a_name_of_its_own():
    assert len({compare_key(name) for name in LANGUAGES.values()}) == len(LANGUAGES)
    assert len({tag.casefold() for tag in LANGUAGES}) == len(LANGUAGES)
    assert language_names()[0] == "Afrikaans"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_name_leads_back_to_its_tag(tag):
    assert language_tag(language_name(tag)) == tag
    assert language_tag(tag.upper()) == tag
    assert wrong_language(tag) == wrong_language(language_name(tag)) == ""


def test_a_tag_nobody_here_knows_stays_as_it_is():
    for tag in ("qqq", "es-MX", "mis-Latn"):
        assert (language_name(tag), language_tag(tag), wrong_language(tag)) == (tag, tag, "")


@pytest.mark.parametrize("typed", ["", "ar!", "Klingon", "12", "e"])
def test_what_is_no_language_is_refused(typed):
    assert wrong_language(typed) == "Type a language such as Spanish, or its tag such as es."
