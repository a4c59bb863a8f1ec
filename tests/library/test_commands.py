import pytest

from plplanner.library.commands import (
    add_resource,
    add_standard,
    remove_resource,
    remove_standard,
    set_group_mode,
    set_resource_address,
    set_resource_code,
    set_resource_kind,
    set_resource_needs,
    set_resource_standards,
    set_resource_tags,
    update_resource,
)
from plplanner.library.queries import resources, standards
from plplanner.library.rows import NewResource
from plplanner.terms import GroupMode, ResourceKind
from tests.builders import a_planner, is_one_step, refuses

STRIPS = NewResource("Fraction strips", ResourceKind.MANIPULATIVE)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_a_standard_is_one_step_with_its_sentence_and_translations(planner):
    is_one_step(
        planner,
        add_standard,
        called="Add standard 3.NF.A.1",
        code="3.NF.A.1",
        i_can="I can name a fraction.",
        translations={"es": "Puedo nombrar una fracción."},
    )
    (row,) = planner.ask(standards)
    assert (row.code, row.i_can) == ("3.NF.A.1", "I can name a fraction.")
    assert row.translations == {"es": "Puedo nombrar una fracción."}


def test_a_standard_without_a_code_or_with_a_known_one_is_refused(planner):
    refuses(planner, add_standard, saying="A standard needs a code", code="  ")
    planner.do(add_standard, code="3.NF.A.1")
    refuses(planner, add_standard, saying="already a standard 3.NF.A.1", code=" 3.NF.A.1 ")


def test_two_frameworks_may_share_a_code(planner):
    for framework in ("State", "District"):
        planner.do(add_standard, code="3.NF.A.1", framework=framework)
    assert len(planner.ask(standards)) == 2


def test_removing_a_standard_leaves_the_resource_that_teaches_it(planner):
    standard_id = planner.do(add_standard, code="3.NF.A.1")
    strips = NewResource("Strips", ResourceKind.GAME, standard_ids=[standard_id])
    planner.do(add_resource, resource=strips)
    is_one_step(planner, remove_standard, called="Remove standard", standard_id=standard_id)
    assert [row.standards for row in planner.ask(resources)] == [()]
    refuses(planner, remove_standard, saying="no longer here", standard_id=standard_id)


def test_a_resource_is_one_step_named_by_its_title(planner):
    is_one_step(planner, add_resource, called="Add resource “Fraction strips”", resource=STRIPS)
    assert [row.title for row in planner.ask(resources)] == ["Fraction strips"]


def test_a_resource_without_a_title_is_refused(planner):
    untitled = NewResource(" ", ResourceKind.VIDEO)
    refuses(planner, add_resource, saying="needs a title", resource=untitled)


def test_a_short_code_that_is_taken_is_refused(planner):
    planner.do(add_resource, resource=NewResource("One", ResourceKind.VIDEO, code="FL3"))
    again = NewResource("Two", ResourceKind.VIDEO, code="FL3")
    refuses(planner, add_resource, saying="already a resource with the code FL3", resource=again)


def test_resources_share_a_tag_and_name_it_once_each(planner):
    tags = [("bloom", "apply"), ("bloom", "apply")]
    for title in ("One", "Two"):
        planner.do(add_resource, resource=NewResource(title, ResourceKind.VIDEO, tags=tags))
    assert [row.tags for row in planner.ask(resources)] == [(("bloom", "apply"),)] * 2


def test_removing_a_resource_is_one_step(planner):
    resource_id = planner.do(add_resource, resource=STRIPS)
    is_one_step(planner, remove_resource, called="Remove resource", resource_id=resource_id)
    assert planner.ask(resources) == []
    refuses(planner, remove_resource, saying="no longer here", resource_id=resource_id)


def test_a_resource_is_corrected_in_one_step(planner):
    resource_id = planner.do(add_resource, resource=STRIPS)
    is_one_step(
        planner,
        update_resource,
        called="Change resource “Paper strips”",
        resource_id=resource_id,
        title="Paper strips",
        minutes=12,
        place=" table 3 ",
    )
    (row,) = planner.ask(resources)
    assert (row.title, row.minutes, row.place) == ("Paper strips", 12, "table 3")


def test_a_resource_keeps_a_title_and_a_length_one_can_plan(planner):
    resource_id = planner.do(add_resource, resource=STRIPS)
    of = {"resource_id": resource_id, "place": ""}
    refuses(planner, update_resource, saying="needs a title", title=" ", minutes=5, **of)
    for minutes in (0, -5, 601):
        refuses(
            planner, update_resource, saying="cannot be planned", title="X", minutes=minutes, **of
        )
    gone = {"resource_id": 99, "place": "", "title": "X", "minutes": None}
    refuses(planner, update_resource, saying="no longer here", **gone)


TAGGING = {
    "Change kind of “Strips”": (set_resource_kind, {"kind": ResourceKind.GAME}),
    "Change who works on “Strips”": (set_group_mode, {"mode": GroupMode.PAIR}),
    "Change what “Strips” needs": (set_resource_needs, {"device": True, "internet": False}),
    "Change address of “Strips”": (set_resource_address, {"address": " shelf "}),
    "Change short code of “Strips”": (set_resource_code, {"code": "FS9"}),
    "Change standards of “Strips”": (set_resource_standards, {"codes": ["3.NF.1", "9.X.1"]}),
    "Change tags of “Strips”": (set_resource_tags, {"tags": [("Bloom", "apply"), ("", "fall")]}),
}


def test_everything_a_resource_is_tagged_with_is_one_named_step_each(planner):
    planner.do(add_standard, code="3.NF.A.1")
    of = {"resource_id": planner.do(add_resource, resource=STRIPS), "title": "Strips"}
    for called, (command, what) in TAGGING.items():
        is_one_step(planner, command, called=called, **what, **of)
    (row,) = planner.ask(resources)
    assert (row.kind, row.group_mode) == (ResourceKind.GAME, GroupMode.PAIR)
    assert (row.needs_device, row.needs_internet) == (True, False)
    assert (row.locator, row.code) == ("shelf", "FS9")
    assert row.standards == ("3.NF.A.1", "9.X.1"), "the spelling known, and one that is new"
    assert row.tags == (("", "fall"), ("Bloom", "apply"))


def test_standards_and_tags_taken_off_are_gone_and_the_same_again_is_no_step(planner):
    of = {"resource_id": planner.do(add_resource, resource=STRIPS), "title": "Strips"}
    for codes, tags in ((["1.A", "1.B"], [("", "x"), ("", "y")]), (["1.B"], [("", "y")])):
        planner.do(set_resource_standards, codes=codes, **of)
        planner.do(set_resource_tags, tags=tags, **of)
    before = planner.sequence
    planner.do(set_resource_standards, codes=["1.B"], **of)
    planner.do(set_resource_tags, tags=[("", "y")], **of)
    (row,) = planner.ask(resources)
    assert (row.standards, row.tags, planner.sequence) == (("1.B",), (("", "y"),), before)


def test_a_short_code_of_another_resource_is_refused_and_its_own_is_not(planner):
    planner.do(add_resource, resource=NewResource("One", ResourceKind.VIDEO, code="FL3"))
    of = {"resource_id": planner.do(add_resource, resource=STRIPS), "title": "Strips"}
    refuses(planner, set_resource_code, saying="with the code FL3", code="FL3", **of)
    for code in ("FS9", "FS9", ""):
        planner.do(set_resource_code, code=code, **of)
    assert planner.ask(resources)[0].code is None


def test_a_new_resource_brings_the_standards_it_was_typed_with(planner):
    planner.do(add_standard, code="3.NF.A.1")
    new = NewResource("Strips", ResourceKind.GAME, codes=["3-NF-1", "9.X.1"])
    is_one_step(planner, add_resource, called="Add resource “Strips”", resource=new)
    assert planner.ask(resources)[0].standards == ("3.NF.A.1", "9.X.1")
    assert [row.code for row in planner.ask(standards)] == ["3.NF.A.1", "9.X.1"]
