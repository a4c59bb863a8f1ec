import pytest

from plplanner.library.tagging import (
    meant_code,
    meant_codes,
    new_codes,
    one_tag,
    parts,
    tag_words,
    typed_tags,
    wrong_codes,
)

KNOWN = ("3.NF.A.1", "3.NF.A.2", "6.RP.A.1")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3.nf.1", "3.NF.A.1"),
        ("CCSS.MATH.CONTENT.3.NF.A.2", "3.NF.A.2"),
        ("rp", "6.RP.A.1"),
        ("3.NF", "3.NF"),
        ("9.X", "9.X"),
    ],
)
def test_a_code_is_meant_in_any_spelling_or_by_a_part_no_other_has(typed, meant):
    assert meant_code(typed, KNOWN) == meant


def test_several_codes_are_typed_with_commas_and_each_counts_once():
    assert parts(" a, ,b ,") == ["a", "b"]
    assert meant_codes("3.nf.1, 3-NF-A-1, 9.X", KNOWN) == ["3.NF.A.1", "9.X"]
    assert new_codes(["3.NF.1", "9.X"], KNOWN) == ["9.X"]


def test_a_part_of_several_codes_is_asked_back_and_a_sign_is_no_code():
    assert wrong_codes("3.NF", KNOWN) == "2 standards have “3.NF”. Choose one from the list."
    assert wrong_codes("–", KNOWN).startswith("“–” is no code. Type one")
    assert [wrong_codes(fine, KNOWN) for fine in ("", "3.NF.A.1, 9.X", "rp")] == ["", "", ""]


def test_tags_are_typed_with_or_without_a_facet_and_spelt_like_those_known():
    known = [("Bloom", "apply"), ("", "Spring")]
    found = typed_tags("bloom: Apply, BLOOM: create, spring, spring, Use:reteach, :x", known)
    assert found[:3] == [("Bloom", "apply"), ("Bloom", "create"), ("", "Spring")]
    assert found[3:] == [("Use", "reteach"), ("", "x")]
    assert tag_words(known) == "Bloom: apply, Spring"
    assert one_tag("", "fall") == "fall"
