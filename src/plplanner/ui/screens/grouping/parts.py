"""What the Groups screen is made of, handed to whoever fills it with words."""

from PySide6.QtWidgets import QWidget

from plplanner.records import record
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.choosing import Choosing
from plplanner.ui.screens.grouping.looking_back import LookingBack
from plplanner.ui.screens.grouping.pile_board import PileBoard
from plplanner.ui.screens.grouping.reasoning import Reasoning
from plplanner.ui.screens.grouping.rule_acts import RuleActs
from plplanner.ui.screens.grouping.rules_row import RulesRow
from plplanner.ui.screens.grouping.shaping import ShapingActs
from plplanner.ui.screens.grouping.side_panel import SidePanel
from plplanner.ui.screens.grouping.standing_banner import StandingBanner
from plplanner.ui.screens.grouping.teacher_table import TeacherTable
from plplanner.ui.screens.grouping.viewmodel import GroupsModel
from plplanner.ui.screens.grouping.weeks import Weeks


@record(frozen=True)
class Parts:
    """The view model, what can be done, and the widgets that words go to."""

    window: QWidget
    model: GroupsModel
    asking: AskingActs
    shaping: ShapingActs
    rules: RuleActs
    looking: LookingBack
    reasoning: Reasoning
    choosing: Choosing
    table: TeacherTable
    weeks: Weeks
    board: PileBoard
    banner: StandingBanner
    side: SidePanel
    rules_row: RulesRow
