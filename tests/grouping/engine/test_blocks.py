from plplanner.grouping.engine.blocks import all_apart, blocks_of
from plplanner.grouping.engine.tables import tables_of
from tests.grouping.engine.small_problems import like_with_like, rule


def blocks(*rules, count=3):
    return blocks_of(tables_of(like_with_like(1, 2, 3, 4, count=count, rules=rules)))


def test_students_kept_together_are_one_block():
    made = blocks(rule("together", "s0", "s2"), rule("together", "s2", "s3"))
    assert made.members == ((0, 2, 3), (1,))
    assert made.sizes.tolist() == [3, 1]


def test_groups_alike_are_one_kind_and_locks_deal_them():
    made = blocks(rule("locked", "s1", group="g2"))
    assert len(made.kinds) == 1
    assert made.kinds[0].locks == ((1, 2),)


def test_students_locked_to_different_groups_are_apart():
    made = blocks(rule("locked", "s0", group="g0"), rule("locked", "s1", group="g1"))
    assert made.apart[0, 1]
    assert not made.contradicted


def test_a_group_forbidden_to_someone_is_a_kind_of_its_own():
    made = blocks(rule("forbidden", "s0", group="g1"))
    assert sorted(kind.groups for kind in made.kinds) == [(0, 2), (1,)]


def test_rules_that_clash_on_the_face_of_it_are_seen():
    assert blocks(rule("together", "s0", "s1"), rule("apart", "s0", "s1")).contradicted
    assert blocks(
        rule("locked", "s0", group="g0"), rule("forbidden", "s0", group="g0")
    ).contradicted


def test_blocks_all_apart_from_each_other_are_found():
    three = [rule("apart", a, b) for a, b in (("s0", "s1"), ("s1", "s2"), ("s0", "s2"))]
    assert all_apart(blocks(*three).apart, 3)
    assert not all_apart(blocks(*three).apart, 4)
    assert not all_apart(blocks(*three[:2]).apart, 3)
