"""A task that is held over another round is judged before it is let go."""

from plplanner.ui.kit.plan_grid import PlanGrid
from plplanner.ui.screens.rotation.plan_banner import PlanBanner
from plplanner.ui.screens.rotation.swapping import judged_swap, swap_in
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel


def judge_aims(model: TomorrowModel, grid: PlanGrid, banner: PlanBanner) -> None:
    """Let the line above the plan say what would come of a drop; the frame warns where it would."""

    def judge(line: int, first: int, second: int) -> None:
        lesson = model.lesson
        if lesson is None:
            return
        swap = swap_in(lesson.plan, lesson.problem, line, first, second)
        judged = judged_swap(
            lesson.plan, lesson.problem, swap, asked=lesson.plan.groups[line].group_id
        )
        banner.show_aim(judged.words, warns=judged.warns)
        if judged.warns:
            grid.warn_of_aim()

    grid.aimed.connect(judge)
    grid.aim_over.connect(banner.end_aim)
