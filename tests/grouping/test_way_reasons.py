from dataclasses import replace

from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.way_reasons import way_reasons
from plplanner.terms import GroupingStrategy
from tests.grouping.builders import a_problem, last_time, with_further

SIX = a_problem(1, 1, 3, 3, 5, None, groups=2, smallest=3, largest=3)


def reasons(strategy, known=(), problem=SIX, **more):
    problem = replace(with_further(problem, dict(known), **more), strategy=strategy)
    proposal = form_groups(problem)
    assert way_reasons(problem, problem.students, proposal)[0] in proposal.reasons
    return proposal, {one.student_id: one.text for one in proposal.reasons}


def test_mixed_groups_count_their_levels():
    proposal, said = reasons(GroupingStrategy.MIXED)
    group = next(g for g in proposal.groups if 0 in g.student_ids)
    assert said[0].startswith(f"Ana has 1 of 5, not yet; {group.identity.word} is mixed on purpose")
    assert "1 not yet" in said[0]


def test_profiles_name_scores_and_the_nearest():
    known = {n: {"profile": (20 * (n % 2), 80)} for n in range(5)}
    _, said = reasons(GroupingStrategy.PROFILE, known, targets=("NF.1", "NF.2"))
    assert said[0] == (
        "Ana has NF.1 0 %, NF.2 80 %; nearest in "
        f"{said[0].split(' in ')[1].split(' is ')[0]} is Cy."
    )
    assert said[5] == "Flo has no score on these targets yet. Give a quick check."


def test_chance_says_who_met_before():
    earlier = (last_time((0, 1, 2), (3, 4, 5)),)
    _, said = reasons(GroupingStrategy.RANDOM, problem=replace(SIX, earlier=earlier))
    assert all("by lot" in text for text in said.values())
    assert any("in the last groups" in text for text in said.values())
    _, said = reasons(GroupingStrategy.RANDOM)
    assert all(text.endswith("by lot.") for text in said.values())


def test_make_up_names_the_work_and_who_shares_it():
    known = {0: {"missing": ("Quiz",)}, 1: {"missing": ("Quiz", "Essay")}}
    problem = replace(SIX, smallest=1, groups=1)
    proposal, said = reasons(GroupingStrategy.MAKE_UP, known, problem=problem)
    assert said == {
        0: "Ana has “Quiz” to hand in; Ben has some of the same.",
        1: "Ben has “Quiz” and “Essay” to hand in; Ana has some of the same.",
    }
    assert proposal.left_out == (2, 3, 4, 5)


def test_interest_and_jigsaw_say_which_choice_it_was():
    topics = ("Moon", "Sun")
    known = {n: {"choices": topics if n < 3 else topics[::-1]} for n in range(6)}
    _, said = reasons(GroupingStrategy.INTEREST, known, topics=topics)
    assert said[0] == "“Moon” is Ana’s first choice."
    proposal, said = reasons(GroupingStrategy.JIGSAW, known, topics=topics)
    assert "becomes the expert on" in said[0]
    assert len(proposal.experts) == 6


def test_languages_say_who_shares_one():
    known = {0: {"home_language": "es"}, 1: {"home_language": "es"}, 2: {"home_language": "en"}}
    problem = replace(SIX, smallest=2, largest=2, groups=3)
    _, said = reasons(GroupingStrategy.LANGUAGE_PAIRS, known, problem=problem)
    assert said[0] == "Ana reads es at home; so reads Ben."
    assert said[2].startswith("Cy sits with")


def test_by_hand_everyone_stays_and_newcomers_find_a_place():
    earlier = (last_time((0, 1, 2), (3, 4)),)
    _, said = reasons(GroupingStrategy.BY_HAND, problem=replace(SIX, earlier=earlier))
    assert said[0] == "Ana stays in River."
    assert said[5] == "Flo had no group yet; Comet had a place."
