from datetime import timedelta

import pytest

from plplanner.gradebook.commands import enter_score
from plplanner.gradebook.mastery import MasteryScale
from plplanner.grouping.commands import add_rule, set_choices
from plplanner.grouping.queries import (
    basis_of_groups,
    basis_on_assessment,
    basis_on_standards,
    earlier_groups,
    further_needs,
    grouping_bases,
    rules_of_class,
    students_to_group,
)
from plplanner.library.commands import add_standard
from plplanner.problems import Problem
from plplanner.roster.commands import add_tag, set_home_language
from plplanner.roster.queries import students_of_class
from plplanner.terms import MasteryLevel, RuleKind, ScoreStatus
from tests.builders import NOW, TODAY, a_class, a_planner, an_assessment, saved_groups

YESTERDAY = TODAY - timedelta(days=1)
CODE = "3.NF.A.1"


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_groups_rest_on_the_assessment_that_was_named(planner):
    class_id = a_class(planner)
    standard_id = planner.do(add_standard, code=CODE)
    wanted = an_assessment(planner, class_id, title="Quiz 1", standard_ids=(standard_id,))
    an_assessment(planner, class_id, points=[1, 2, 3])
    basis = planner.ask(basis_on_assessment, class_id=class_id, title="quiz 1")
    assert (basis.assessment_id, basis.standard_id) == (wanted, standard_id)
    assert basis.words == "“Quiz 1”, Fri 20 Nov"


def test_without_a_name_the_last_column_with_enough_scores_counts_even_undated(planner):
    class_id = a_class(planner, students=5)
    an_assessment(planner, class_id, title="Dated", points=[1, 2, 3, 4])
    an_assessment(planner, class_id, title="Undated", points=[1, 2, 3], taken_on=None)
    an_assessment(planner, class_id, title="Too few", points=[1, 2], taken_on=None)
    assert planner.ask(basis_on_assessment, class_id=class_id).words == "“Undated”"


def test_a_class_without_a_check_is_told_what_to_do(planner):
    class_id = a_class(planner)
    with pytest.raises(Problem, match="at least 60 % of the class"):
        planner.ask(basis_on_assessment, class_id=class_id)


def test_groups_rest_on_a_standard_in_another_spelling(planner):
    class_id = a_class(planner)
    standard_id = planner.do(add_standard, code=f"CCSS.MATH.CONTENT.{CODE}")
    an_assessment(planner, class_id, points=[5, 1], standard_ids=(standard_id,))
    basis = planner.ask(basis_on_standards, class_id=class_id, codes=["3-nf-1"])
    assert (basis.words, basis.standard_id) == ("scores on 3-nf-1", standard_id)
    students = planner.ask(students_to_group, class_id=class_id, basis=basis, on=TODAY)
    assert [student.evidence.level for student in students] == [
        MasteryLevel.SECURE,
        MasteryLevel.NOT_YET,
        MasteryLevel.NO_EVIDENCE,
    ]


def test_a_standard_that_nothing_measures_is_refused_by_its_code(planner):
    class_id = a_class(planner)
    with pytest.raises(Problem, match=r"measures 9\.ZZ\.1"):
        planner.ask(basis_on_standards, class_id=class_id, codes=["9.ZZ.1"])


def test_everyone_comes_with_evidence_and_a_key_of_her_own(planner):
    class_id = a_class(planner)
    an_assessment(planner, class_id, points=[5, None, 3])
    basis = planner.ask(basis_on_assessment, class_id=class_id, title="Exit ticket")
    students = planner.ask(students_to_group, class_id=class_id, basis=basis, on=TODAY)
    assert [student.name for student in students] == ["Ada01", "Ada02", "Ada03"]
    assert [student.evidence.points for student in students] == [5, None, 3]
    assert len({student.key for student in students}) == 3


def test_an_assessment_under_two_standards_counts_once(planner):
    class_id = a_class(planner, students=1)
    ids = tuple(planner.do(add_standard, code=code) for code in (CODE, "3.NF.A.2"))
    an_assessment(planner, class_id, points=[5], standard_ids=ids)
    basis = planner.ask(basis_on_standards, class_id=class_id, codes=[CODE, "3.NF.A.2"])
    (student,) = planner.ask(students_to_group, class_id=class_id, basis=basis, on=TODAY)
    assert student.evidence.count == 1


def test_rules_are_named_as_the_teacher_reads_them_aloud(planner):
    class_id = a_class(planner)
    students = planner.ask(students_of_class, class_id=class_id)
    one, two, three = (student.id for student in students)
    planner.do(add_rule, class_id=class_id, kind=RuleKind.APART, student_ids=[three, one, two])
    planner.do(add_rule, class_id=class_id, kind=RuleKind.TOGETHER, student_ids=[two, one])
    rules = planner.ask(rules_of_class, class_id=class_id, students=students)
    assert [rule.name for rule in rules] == [
        "Ada01, Ada02 and Ada03 apart",
        "Ada01 and Ada02 together",
    ]
    assert rules[0].student_ids == (one, two, three)


def test_a_rule_does_not_apply_when_only_one_of_its_students_is_here(planner):
    class_id = a_class(planner)
    students = planner.ask(students_of_class, class_id=class_id)
    pair = [student.id for student in students[:2]]
    planner.do(add_rule, class_id=class_id, kind=RuleKind.APART, student_ids=pair)
    assert planner.ask(rules_of_class, class_id=class_id, students=students[1:]) == []


def test_everything_groups_can_rest_on_is_listed_newest_first(planner):
    class_id = a_class(planner)
    standard_id = planner.do(add_standard, code=CODE)
    an_assessment(planner, class_id, title="Old", points=[1], taken_on=YESTERDAY)
    an_assessment(planner, class_id, title="Empty")
    new = an_assessment(planner, class_id, title="New", points=[1], standard_ids=(standard_id,))
    bases = planner.ask(grouping_bases, class_id=class_id)
    assert [one.words for one in bases] == [
        "“New”, Fri 20 Nov",
        "“Old”, Thu 19 Nov",
        f"scores on {CODE}",
    ]
    assert bases[0].assessment_id == new
    assert (bases[2].codes, bases[2].standard_id) == ((CODE,), standard_id)


def test_what_saved_groups_rest_on_can_be_looked_up_again(planner):
    groups = saved_groups(planner)
    basis = planner.ask(basis_of_groups, groups=groups)
    assert (basis.words, basis.assessment_id, basis.codes) == ("“Exit ticket”", None, ())


def test_another_cut_gives_another_level(planner):
    class_id = a_class(planner)
    an_assessment(planner, class_id, points=[3])
    basis = planner.ask(basis_on_assessment, class_id=class_id, title="Exit ticket")
    easy = MasteryScale(secure=0.6, nearly=0.4)
    students = planner.ask(students_to_group, class_id=class_id, basis=basis, on=TODAY, scale=easy)
    assert students[0].evidence.level is MasteryLevel.SECURE


def test_earlier_groups_leave_drafts_and_later_days_out(planner):
    first = saved_groups(planner)
    (known,) = planner.ask(earlier_groups, class_id=first.class_id)
    assert known.created_on == first.created_on
    assert {group.identity for group in known.groups} == {g.identity for g in first.groups}
    before = {"class_id": first.class_id, "before": first.created_on}
    assert planner.ask(earlier_groups, **before) == ()


def test_all_that_other_ways_need_comes_in_order_of_the_class(planner):
    class_id = a_class(planner)
    one, two, _ = (row.id for row in planner.ask(students_of_class, class_id=class_id))
    standard_id = planner.do(add_standard, code=CODE)
    quiz = an_assessment(
        planner, class_id, title="Quiz", points=[4, 2, 5], standard_ids=(standard_id,)
    )
    missing = {"points": None, "status": ScoreStatus.MISSING, "entered_at": NOW}
    planner.do(enter_score, student_id=two, assessment_id=quiz, **missing)
    planner.do(add_tag, student_id=one, tag="leader")
    planner.do(set_home_language, student_id=two, language="es")
    planner.do(set_choices, class_id=class_id, student_id=one, topics=["Sun", "Moon"])
    further = planner.ask(further_needs, class_id=class_id, on=TODAY, targets=(CODE,))
    first, second, third = further.students
    assert (first.tags, first.choices, first.missing) == (("leader",), ("Sun", "Moon"), ())
    assert (second.home_language, second.missing) == ("es", ("Quiz",))
    assert (first.profile, second.profile, third.profile) == ((80,), (None,), (100,))
    assert (further.targets, further.topics) == ((CODE,), ("Moon", "Sun"))
    offered = planner.ask(further_needs, class_id=class_id, on=TODAY, topics=("Stars", "Sun"))
    assert offered.topics == ("Stars", "Sun")
