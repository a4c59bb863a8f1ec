"""HiGHS as the engine uses it: one thread, quiet, work counted in looks, stopped on request.

HiGHS keeps one pool of threads per process, and a second solver with another number of threads
would silently not run: so every solver here has one thread.
"""

import highspy
import numpy as np
import numpy.typing as npt

from plplanner.grouping.engine.tables import Ints
from plplanner.grouping.engine.work import Work
from plplanner.records import record

Floats = npt.NDArray[np.float64]

# What one look of HiGHS at its limits stands for, in units of work: a linear programme solved again
# in the tree or the cutting loop. HiGHS tells a callback no count of simplex steps, but it looks
# at the same points of every run.
LOOK_UNITS = 5_000
COLUMN_UNITS = 14
ROOT_UNITS = 60
INFINITE = float(highspy.kHighsInf)


@record(frozen=True)
class Rows:
    """Sparse columns of ones or other coefficients, one after another, as HiGHS takes them."""

    starts: Ints
    rows: Ints
    values: Floats


@record(frozen=True)
class IntegerModel:
    """Minimise `cost` · x over integers 0 ≤ x ≤ `upper`, `low` ≤ A x ≤ `high`."""

    cost: Ints
    upper: Ints
    low: Floats
    high: Floats
    matrix: Rows
    whole: npt.NDArray[np.bool_] | None = None


@record(frozen=True)
class IntegerAnswer:
    """`chosen` is the best x found, None when none was. `bound` is HiGHS's own dual bound.

    `finished` says the search was exhausted: then no x is better than `chosen` by 1 or more, and
    where nothing was chosen there is none.
    """

    chosen: Ints | None
    bound: float
    finished: bool


def quiet_solver() -> highspy.Highs:
    """A solver that prints nothing and has one thread."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (
        ("output_flag", False),
        ("threads", 1),
        ("parallel", "off"),
        ("random_seed", 0),
    ):
        solver.setOptionValue(option, value)
    return solver


def stop_on_request(solver: highspy.Highs, work: Work, *, look: int = 0) -> None:
    """Ask `work` between simplex steps and nodes whether to go on, and charge `look` per node."""

    def after_steps(event: highspy.highs.HighsCallbackEvent) -> None:
        if work.asked_to_stop():
            event.interrupt()

    def after_node(event: highspy.highs.HighsCallbackEvent) -> None:
        work.spend(look)
        if work.ended():
            event.interrupt()

    solver.cbSimplexInterrupt += after_steps
    if look:
        solver.cbMipInterrupt += after_node


def solve_integer(
    model: IntegerModel, work: Work, *, below: int | None = None, presolve: bool = False
) -> IntegerAnswer:
    """The best x, or the best so far when the work ends; only x better than `below` count.

    The numbers are whole, so a search that ends within 0.999 of its bound is over. Presolve looks
    at no limits: on a class it costs seconds in which nobody can stop, and gains nothing.
    """
    solver = _solved(model, work, below=below, presolve=presolve)
    if presolve and solver.getModelStatus() == highspy.HighsModelStatus.kSolveError:
        # HiGHS 1.15 fails on a few tiny models in its presolve, and solves them without it.
        solver = _solved(model, work, below=below, presolve=False)
    return _answer_of(solver)


def _solved(model: IntegerModel, work: Work, *, below: int | None, presolve: bool) -> highspy.Highs:
    solver = quiet_solver()
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.999)
    solver.setOptionValue("mip_feasibility_tolerance", 1e-7)
    solver.setOptionValue("presolve", "on" if presolve else "off")
    if below is not None:
        solver.setOptionValue("objective_bound", float(below) - 0.5)
    solver.passModel(_program(model))
    work.spend(ROOT_UNITS * len(model.cost))
    stop_on_request(solver, work, look=LOOK_UNITS + COLUMN_UNITS * len(model.cost))
    solver.solve()
    return solver


def _program(model: IntegerModel) -> highspy.HighsLp:
    program = highspy.HighsLp()
    count = len(model.cost)
    program.num_col_ = count
    program.num_row_ = len(model.low)
    program.col_cost_ = model.cost.astype(np.float64)
    program.col_lower_ = np.zeros(count)
    program.col_upper_ = model.upper.astype(np.float64)
    program.row_lower_ = model.low
    program.row_upper_ = model.high
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_ = model.matrix.starts
    program.a_matrix_.index_ = model.matrix.rows
    program.a_matrix_.value_ = model.matrix.values
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    whole = [True] * count if model.whole is None else model.whole.tolist()
    program.integrality_ = [kinds[one] for one in whole]
    return program


def _answer_of(solver: highspy.Highs) -> IntegerAnswer:
    status, found = solver.getModelStatus(), solver.getInfo()
    ended = highspy.HighsModelStatus
    # Every variable has two bounds, so “unbounded or infeasible” can only be the latter.
    finished = status in (
        ended.kOptimal,
        ended.kInfeasible,
        ended.kObjectiveBound,
        ended.kUnboundedOrInfeasible,
    )
    chosen = None
    if found.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
        chosen = np.rint(np.array(solver.getSolution().col_value)).astype(np.int64)
    bound = float(found.mip_dual_bound)
    return IntegerAnswer(chosen, bound if abs(bound) < 1e15 else -INFINITE, finished)
