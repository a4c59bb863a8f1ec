import pytest

from plplanner.library.commands import add_resource, add_standard
from plplanner.library.queries import resources, standard_with_code, standards
from plplanner.library.rows import NewResource, ResourceRow
from plplanner.terms import GroupMode, ResourceKind
from tests.builders import a_planner


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_standards_come_by_code_with_or_without_a_sentence(planner):
    planner.do(add_standard, code="3.NF.A.2", text="Fractions on a line")
    planner.do(add_standard, code="3.NF.A.1", i_can="I can name a fraction.")
    first, second = planner.ask(standards)
    assert (first.code, first.i_can) == ("3.NF.A.1", "I can name a fraction.")
    assert (second.text, second.i_can, second.translations) == ("Fractions on a line", None, {})


@pytest.mark.parametrize("spelling", ["CCSS.MATH.CONTENT.3.NF.A.1", "3-nf-a-1", "3.NF.1"])
def test_a_standard_is_found_in_any_spelling(planner, spelling):
    planner.do(add_standard, code="3.NF.A.1")
    assert planner.ask(standard_with_code, code=spelling).code == "3.NF.A.1"
    assert planner.ask(standard_with_code, code="3.NF.B.1") is None


def test_a_resource_says_all_that_was_entered(planner):
    ids = [planner.do(add_standard, code=code) for code in ("3.NF.A.2", "3.NF.A.1")]
    new = NewResource(
        title=" Fraction Lab ",
        kind=ResourceKind.APP_LESSON,
        code="FL3",
        locator="https://example.org/fl3",
        minutes=8,
        place="Chromebook",
        group_mode=GroupMode.PAIR,
        needs_device=True,
        needs_internet=True,
        standard_ids=ids,
        tags=[("bloom", "apply")],
    )
    resource_id = planner.do(add_resource, resource=new)
    assert planner.ask(resources) == [
        ResourceRow(
            id=resource_id,
            title="Fraction Lab",
            kind=ResourceKind.APP_LESSON,
            code="FL3",
            locator="https://example.org/fl3",
            minutes=8,
            place="Chromebook",
            group_mode=GroupMode.PAIR,
            needs_device=True,
            needs_internet=True,
            standards=("3.NF.A.1", "3.NF.A.2"),
            tags=(("bloom", "apply"),),
        )
    ]
