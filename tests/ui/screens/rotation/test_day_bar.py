from plplanner.rotation.rounds import RoundChoice, RoundLength
from plplanner.ui.screens.rotation.day_bar import DayAct, DayBar

CHOICES = (
    RoundChoice(2, 21, RoundLength.COMFORTABLE),
    RoundChoice(3, 13, RoundLength.COMFORTABLE),
    RoundChoice(4, 11, RoundLength.SHORT),
)


def test_the_menu_offers_other_rounds_and_marks_the_present(theme, qtbot):
    bar = DayBar(theme)
    qtbot.addWidget(bar)
    bar.show_rounds(4, 3, CHOICES)
    acts = [act for act in bar.rounds.menu().actions() if act.isCheckable()]
    assert bar.rounds.text() == "4 groups, 3 rounds"
    assert [act.text() for act in acts][2] == "4 rounds of 11 minutes (short)"
    assert [act.isChecked() for act in acts] == [False, True, False]
    chosen = []
    bar.rounds_chosen.connect(chosen.append)
    acts[1].trigger()
    acts[0].trigger()
    assert chosen == [2]


def test_rounds_of_unequal_length_are_no_choice_yet_and_can_be_set(theme, qtbot):
    bar = DayBar(theme)
    qtbot.addWidget(bar)
    bar.show_rounds(4, 3, CHOICES, are_alike=False)
    acts = bar.rounds.menu().actions()
    assert not any(act.isChecked() for act in acts)
    chosen, told = [], []
    bar.rounds_chosen.connect(chosen.append)
    bar.act_chosen.connect(told.append)
    acts[1].trigger()
    assert chosen == [3]
    next(act for act in acts if act.text() == "Set the length of each round").trigger()
    assert told == ["lengths"]


def test_the_arrows_turn_and_the_board_is_asked_for(theme, qtbot):
    bar = DayBar(theme)
    qtbot.addWidget(bar)
    turned = []
    bar.turned.connect(turned.append)
    bar.earlier.click()
    bar.later.click()
    assert turned == [-1, 1]
    with qtbot.waitSignal(bar.board_wanted):
        bar.board.click()


def test_the_lesson_time_is_one_click_from_the_day(theme, qtbot):
    bar = DayBar(theme)
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.time_wanted):
        bar.time.click()


def test_the_menu_of_the_day_shows_switches_and_says_why_not(theme, qtbot):
    bar = DayBar(theme)
    qtbot.addWidget(bar)
    told = []
    bar.act_chosen.connect(told.append)
    bar.show_acts([DayAct("copy", "Copy last Monday", "Ctrl+D"), DayAct("net", "Off", is_on=True),
                   DayAct("out", "Out", why_not="Nobody is.")])  # fmt: skip
    copy, net, out = bar.more.menu().actions()
    assert copy.text() == "Copy last Monday\tCtrl+D"
    assert (copy.isCheckable(), net.isChecked()) == (False, True)
    assert (out.isEnabled(), out.toolTip()) == (False, "Nobody is.")
    copy.trigger()
    net.trigger()
    assert told == ["copy", "net"]
    bar.show_acts([])
    assert bar.more.isHidden()


def test_below_the_rounds_stand_the_ways_for_a_lesson_that_is_too_short(theme, qtbot):
    bar = DayBar(theme)
    qtbot.addWidget(bar)
    bar.show_rounds(4, 3, CHOICES)
    told = []
    bar.act_chosen.connect(told.append)
    for act in bar.rounds.menu().actions()[-2:]:
        act.trigger()
    assert told == ["must_see", "spread"]


def test_the_same_acts_leave_an_open_menu_as_it_is(theme, qtbot):
    bar = DayBar(theme)
    qtbot.addWidget(bar)
    acts = [DayAct("internet", "No internet today", is_on=False)]
    bar.show_acts(acts)
    menu = bar.more.menu()
    bar.show_acts(list(acts))
    assert bar.more.menu() is menu
    menu.actions()[0].trigger()
    bar.show_acts(acts)
    assert bar.more.menu() is not menu
    assert not bar.more.menu().actions()[0].isChecked(), "it was refused: the switch is off again"
