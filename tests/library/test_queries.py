import pytest

from plplanner.library.commands import (
    add_resource,
    add_standard,
    set_resource_standards,
    set_resource_tags,
)
from plplanner.library.queries import (
    resource_count,
    resource_ids,
    resources,
    resources_with_ids,
    standard_last_used,
    standard_with_code,
    standards,
    tags_in_use,
)
from plplanner.library.rows import NewResource, ResourceRow
from plplanner.models.library import LearningResource
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


def test_numbers_in_codes_and_titles_are_sorted_as_people_count(planner):
    for number in (10, 2):
        planner.do(add_standard, code=f"3.NF.A.{number}")
        planner.do(add_resource, resource=NewResource(f"Lab {number}", ResourceKind.APP_LESSON))
    assert [row.code for row in planner.ask(standards)] == ["3.NF.A.2", "3.NF.A.10"]
    assert planner.ask(resource_ids) == [2, 1]


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


def titles(planner, **asked):
    ids = planner.ask(resource_ids, **asked)
    rows = {row.id: row.title for row in planner.ask(resources_with_ids, ids=ids)}
    return [rows[one] for one in ids]


@pytest.fixture
def shelf(planner):
    """Three resources that differ in everything one can look for or sort by."""
    line = planner.do(add_standard, code="CCSS.MATH.CONTENT.3.NF.A.2")
    part = planner.do(add_standard, code="3.NF.A.1")
    for new in (
        NewResource("chalk line", ResourceKind.GAME, "CL1", minutes=12, standard_ids=[line]),
        NewResource(
            "Apple 100%", ResourceKind.VIDEO, place="Chromebook", needs_internet=True,
            tags=[("Bloom", "apply")],
        ),
        NewResource(
            "Fold_it", ResourceKind.TEXT, minutes=5, needs_device=True, standard_ids=[part]
        ),
    ):  # fmt: skip
        planner.do(add_resource, resource=new)
    return planner


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["Apple 100%", "chalk line", "Fold_it"]),
        ("CHALK", ["chalk line"]),
        ("li chalk", ["chalk line"]),
        ("cl1", ["chalk line"]),
        ("book", ["Apple 100%"]),
        ("apply", ["Apple 100%"]),
        ("3-nf-a-2", ["chalk line"]),
        ("3.NF", ["chalk line", "Fold_it"]),
        ("%", ["Apple 100%"]),
        ("_", ["Fold_it"]),
        ("chalk fold", []),
    ],
)
def test_resources_are_found_by_all_that_is_known_of_them(shelf, words, found):
    assert titles(shelf, words=words) == found


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("title", "Apple 100%", "Fold_it"),
        ("kind", "chalk line", "Apple 100%"),
        ("standards", "Fold_it", "Apple 100%"),
        ("minutes", "Fold_it", "Apple 100%"),
        ("place", "Apple 100%", "Fold_it"),
        ("needs", "chalk line", "Fold_it"),
        ("code", "chalk line", "Fold_it"),
    ],
)
def test_resources_sort_by_every_column(shelf, sort, first, last):
    found = titles(shelf, sort=sort)
    assert (found[0], found[-1]) == (first, last)


def test_what_is_empty_comes_last_either_way(shelf):
    assert titles(shelf, sort="minutes") == ["Fold_it", "chalk line", "Apple 100%"]
    assert titles(shelf, sort="minutes", descending=True) == ["chalk line", "Fold_it", "Apple 100%"]
    assert shelf.ask(resource_count) == 3


def test_a_resource_that_is_gone_is_left_out(shelf):
    assert shelf.ask(resources_with_ids, ids=[999]) == []


@pytest.mark.long
def test_a_library_too_long_to_be_named_in_sql_is_listed_whole(planner):
    standard_id = planner.do(add_standard, code="3.NF.A.1")
    last = NewResource("R999", ResourceKind.GAME, standard_ids=[standard_id])
    with planner.change("Fill the shelf") as session:
        session.add_all(LearningResource(title=f"R{n:03}", kind="game") for n in range(600))
        add_resource(session, resource=last)
    rows = planner.ask(resources)
    assert len(rows) == 601
    assert [row.standards for row in rows[-2:]] == [(), ("3.NF.A.1",)]


def test_the_standard_used_last_and_the_tags_in_use_are_offered(planner):
    assert (planner.ask(standard_last_used), planner.ask(tags_in_use)) == (None, [])
    tags = [("Use", "reteach"), ("Bloom", "apply")]
    first, second = (
        planner.do(add_resource, resource=NewResource(code, ResourceKind.GAME, codes=[code]))
        for code in ("1.A", "1.B")
    )
    planner.do(set_resource_tags, resource_id=second, tags=tags, title="")
    assert planner.ask(standard_last_used) == "1.B"
    planner.do(set_resource_standards, resource_id=first, codes=["1.A", "1.C"], title="")
    assert planner.ask(standard_last_used) == "1.C"
    assert planner.ask(tags_in_use) == [("Bloom", "apply"), ("Use", "reteach")]
    planner.do(set_resource_tags, resource_id=second, tags=tags[:1], title="")
    assert planner.ask(tags_in_use) == [("Use", "reteach")]
