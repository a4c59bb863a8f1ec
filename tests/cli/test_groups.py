import argparse
import json

import pytest

from plplanner.cli.groups import size_range
from plplanner.grouping.saved.queries import newest_groups
from plplanner.roster.queries import class_named
from plplanner.store.planner_file import open_planner
from tests.builders import NOW
from tests.cli.command_line import done, in_class, refused, run


def saved(path):
    planner = open_planner(path, now=NOW)
    try:
        class_id = planner.ask(class_named, name="Math 3").id
        return planner.ask(newest_groups, class_id=class_id)
    finally:
        planner.close()


def proposed(planner, *more):
    return json.loads(done("groups", *in_class(planner), "--json", *more))


def test_every_student_is_in_one_group_with_a_reason(sample):
    got = proposed(sample)
    members = [member for group in got["groups"] for member in group["members"]]
    assert len({member["name"] for member in members}) == len(members) == 28
    assert all(member["reason"] for member in members)
    assert got["basis"].startswith("“Exit ticket: fractions on a line”")
    assert got["status"] in ("optimal", "feasible")
    assert saved(sample) is None


@pytest.mark.long
def test_the_same_seed_gives_the_same_groups(sample):
    assert proposed(sample, "--seed", 3) == proposed(sample, "--seed", 3)


def test_people_read_groups_by_name_with_reasons(sample):
    out = done("groups", *in_class(sample))
    assert out.startswith("From “Exit ticket: fractions on a line”")
    assert out.count("\n  ") == 28


def test_groups_are_kept_only_when_asked(sample):
    got = proposed(sample, "--save")
    kept = saved(sample)
    assert [group["name"] for group in got["groups"]] == [
        group.identity.word for group in kept.groups
    ]
    assert sum(len(group.members) for group in kept.groups) == 28


@pytest.mark.long
def test_groups_may_rest_on_a_standard_or_on_a_named_assessment(sample):
    assert proposed(sample, "--standard", "3.NF.1")["basis"] == "scores on 3.NF.1"
    named = proposed(sample, "--assessment", "quiz: NUMBER line")
    assert named["basis"].startswith("“Quiz: number line”")


@pytest.mark.long
def test_size_and_number_are_kept(sample):
    sizes = [len(group["members"]) for group in proposed(sample, "--size", "3-5")["groups"]]
    assert set(sizes) <= {3, 4, 5}
    assert len(proposed(sample, "--groups", "6")["groups"]) == 6


@pytest.mark.parametrize(
    "strategy",
    [
        "mixed",
        *(pytest.param(one, marks=pytest.mark.long) for one in ("random", "project", "by_hand")),
    ],
)
def test_every_way_to_group_is_one_word(sample, strategy):
    got = proposed(sample, "--strategy", strategy)
    assert got["strategy"] == strategy
    members = [member for group in got["groups"] for member in group["members"]]
    assert len({member["name"] for member in members}) == 28
    assert all(member["reason"] for member in members)


@pytest.mark.long
def test_languages_pair_up_by_what_is_read_at_home(sample):
    got = proposed(sample, "--strategy", "language_pairs")
    assert {len(group["members"]) for group in got["groups"]} <= {2, 3}


@pytest.mark.parametrize(
    ("strategy", "saying"),
    [
        ("interest", "Interest groups need two or more topics"),
        ("jigsaw", "A jigsaw needs two or more topics"),
        ("profile", "A skill profile compares two or more targets"),
        ("make_up", "Nobody here has work marked as missing"),
    ],
)
def test_what_a_way_to_group_lacks_is_said(sample, strategy, saying):
    assert saying in refused("groups", *in_class(sample), "--strategy", strategy)


@pytest.mark.long
def test_a_profile_and_a_jigsaw_take_what_they_need_from_the_line(sample):
    codes = ("--standard", "3.NF.1", "--standard", "3.NF.2")
    assert "3.NF.1" in done("groups", *in_class(sample), "--strategy", "profile", *codes)
    topics = ("--topic", "Sun", "--topic", "Moon", "--topic", "Stars")
    said = done("groups", *in_class(sample), "--strategy", "jigsaw", *topics)
    assert said.count("becomes the expert on “Moon”") >= 4


def test_who_is_absent_has_no_group(sample):
    got = proposed(sample, "--absent", "finn")
    assert got["left_out"] == ["Finn"]
    assert "There is no “Zoë”" in refused("groups", *in_class(sample), "--absent", "Zoë")


@pytest.mark.long
def test_calm_keeps_students_where_they_were(sample):
    before = proposed(sample, "--save")
    after = proposed(sample, "--calm", "4", "--seed", "9")
    members = [
        {group["name"]: {one["name"] for one in group["members"]} for group in got["groups"]}
        for got in (before, after)
    ]
    assert members[0] == members[1]


@pytest.mark.long
def test_why_says_what_every_other_group_would_mean(sample):
    said = done("groups", *in_class(sample), "--why", "Finn")
    assert said.startswith("Finn has")
    assert said.count("\nIn ") == 4
    why = proposed(sample, "--why", "Finn")["why"]
    assert len(why["moves"]) == 4


@pytest.mark.long
def test_weeks_are_planned_and_not_saved(sample):
    weeks = ("--strategy", "random", "--size", "4", "--weeks", "2")
    plan = json.loads(done("groups", *in_class(sample), *weeks, "--json"))
    assert (len(plan["weeks"]), plan["repeats"]) == (2, 0)
    assert "Week 2" in done("groups", *in_class(sample), *weeks)
    assert "not saved" in refused("groups", *in_class(sample), *weeks, "--save")
    assert "Only mixed and random" in refused("groups", *in_class(sample), "--weeks", "2")


@pytest.mark.long
def test_more_seconds_prove_what_they_can(sample):
    got = proposed(sample, "--size", "2-3", "--seconds", "0.4")
    assert got["bound"] is None or got["bound"] <= got["objective"]


@pytest.mark.parametrize(
    ("more", "saying"),
    [
        (("--groups", "0"), "cannot make 0 groups"),
        (("--groups", "100"), "cannot make 100 groups"),
        (("--groups", "1"), "Ana Ga. and Finn apart"),
        (("--size", "29"), "28 students"),
        (("--standard", "9.ZZ.1"), "No assessment of this class measures 9.ZZ.1"),
        (("--assessment", "Quiz 9"), "There is no assessment called “Quiz 9”"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence_and_nothing_is_saved(sample, more, saying):
    assert saying in refused("groups", *in_class(sample), "--save", *more)
    assert saved(sample) is None


def test_an_unknown_class_names_those_there_are(sample):
    assert "Choose one of these: “Math 3”" in refused("groups", *in_class(sample, "Art"))


def test_two_bases_at_once_are_wrong_words(sample):
    both = ("--standard", "3.NF.1", "--assessment", "Quiz")
    assert run("groups", *in_class(sample), *both).code == 2


@pytest.mark.parametrize(("words", "sizes"), [("3-6", (3, 6)), ("3–6", (3, 6)), ("5", (5, 5))])
def test_sizes_are_written_as_a_range_or_one_number(words, sizes):
    assert size_range(words) == sizes


@pytest.mark.parametrize("words", ["six", "6-3", "0", "3-", "-", "", "3-6-9"])
def test_sizes_that_make_no_sense_are_refused(words):
    with pytest.raises(argparse.ArgumentTypeError, match="write sizes like 3-6 or 5"):
        size_range(words)
