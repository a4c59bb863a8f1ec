from plplanner.problems import Problem, WhoMends


def test_a_problem_says_what_happened_and_what_comes_next():
    problem = Problem("The disk is full.", "Free some space.", who_mends=WhoMends.MACHINE)
    assert (problem.what, problem.next_step) == ("The disk is full.", "Free some space.")
    assert str(problem) == "The disk is full. Free some space."
    assert problem.who_mends is WhoMends.MACHINE


def test_the_teacher_mends_it_unless_said_otherwise():
    assert Problem("A.", "B.").who_mends is WhoMends.TEACHER


def test_a_problem_may_offer_names_to_try_again_with():
    assert Problem("A.", "B.").choices == ()
    assert Problem("A.", "B.", choices=("P2", "P4")).choices == ("P2", "P4")
