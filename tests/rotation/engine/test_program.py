from plplanner.grouping.engine.work import Work, seconds
from plplanner.rotation.engine.program import Program, ones, solved


def answer(program, **more):
    return solved(program, Work(seconds(1)), **more)


def a_choice(*costs):
    program = Program()
    variables = [program.add(cost) for cost in costs]
    program.row(1, ones(variables), 1)
    return program


def test_the_cheapest_choice_is_found_and_proven():
    found = answer(a_choice(3, 1, 2))
    assert (found.values, found.finished) == ((0, 1, 0), True)


def test_nothing_below_the_best_is_found():
    found = answer(a_choice(3, 1, 2), below=1)
    assert found.finished
    assert found.values is None or found.values == (0, 1, 0)


def test_rows_without_a_variable_are_answered_without_a_solver():
    impossible = a_choice(1)
    impossible.at_least(1, [])
    assert answer(impossible).values is None
    harmless = Program()
    harmless.at_most([], 3)
    assert answer(harmless).values == ()


def test_a_measure_is_as_small_as_its_row_allows():
    program = a_choice(0, 0)
    short = program.add(5, 9, whole=False)
    over = program.add(5, 9, whole=False)
    program.at_least(4, [(0, 3.0), (short, 1.0)])
    program.at_most([(1, 2.0), (over, -1.0)], 1)
    assert answer(program).values in {(1, 0, 1, 0), (0, 1, 4, 1)}
    assert answer(program).values == (1, 0, 1, 0)
