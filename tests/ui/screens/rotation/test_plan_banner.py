import pytest

from plplanner.terms import PlanState
from plplanner.ui.screens.rotation.plan_banner import PlanBanner, ShownState


@pytest.fixture
def banner(theme, qtbot):
    made = PlanBanner(theme)
    qtbot.addWidget(made)
    return made


def show(banner, state, *, kept=True, newer=False, look=0):
    shown = ShownState(state, is_kept=kept, has_newer_groups=newer, to_look_at=look)
    banner.show_state(shown)


def test_a_draft_says_what_it_is_made_from_and_what_is_left(banner):
    show(banner, PlanState.DRAFT, kept=False, look=2)
    assert banner.accessibleName() == (
        "Draft. Made from your newest groups. Look at 2 things, then it is ready."
    )
    assert banner.mark.text() == "Mark as ready"


def test_the_button_goes_the_other_way_once_ready(banner):
    marked = []
    banner.marked.connect(marked.append)
    show(banner, PlanState.DRAFT)
    banner.mark.click()
    show(banner, PlanState.READY)
    banner.mark.click()
    assert marked == [PlanState.READY, PlanState.DRAFT]
    show(banner, PlanState.TAUGHT)
    assert banner.mark.text() == "Not taught after all"
    banner.show_state(ShownState(PlanState.DRAFT, is_over=True))
    assert (banner.mark.text(), banner.again.isHidden()) == ("Mark as taught", True)


def test_newer_groups_offer_another_draft(banner):
    show(banner, PlanState.READY, newer=True)
    assert not banner.again.isHidden()
    assert "newer groups" in banner.words.text()


def test_a_copy_says_from_when_it_is_and_is_kept_or_left(theme, qtbot):
    banner = PlanBanner(theme)
    qtbot.addWidget(banner)
    banner.show()
    banner.show_offer("Copied.", "From Mon 16 Nov", ["Quilt has the place of River."])
    assert banner.state.text() == "Copied."
    assert banner.words.text() == "From Mon 16 Nov, not kept yet. Quilt has the place of River."
    assert banner.mark.isHidden()
    for made, signal in ((banner.keep, banner.kept), (banner.leave, banner.left)):
        with qtbot.waitSignal(signal):
            made.click()
    banner.show_state(ShownState(PlanState.DRAFT))
    assert (banner.keep.isHidden(), banner.mark.isHidden()) == (True, False)


def test_a_draft_names_its_template_and_what_of_it_is_not_kept(banner):
    banner.show_state(
        ShownState(
            PlanState.DRAFT,
            is_kept=False,
            template="Monday rotation",
            notes=["Only 2 of 3 rounds fit."],
        )
    )
    assert banner.words.text() == (
        "Made from your newest groups and “Monday rotation”. Nothing is in the way: it can be "
        "marked as ready. Only 2 of 3 rounds fit."
    )


def test_which_day_of_a_spread_rotation_it_is_comes_first(banner):
    banner.show_state(ShownState(PlanState.READY, part="Day 1 of 2."))
    assert banner.accessibleName().startswith("Ready. Day 1 of 2. Print it when you like.")


def test_while_a_task_is_held_over_another_round_the_line_says_what_would_come_of_it(banner):
    show(banner, PlanState.READY)
    before = banner.accessibleName()
    banner.show_aim("Kite would swap rounds 1 and 2.", warns=False)
    banner.show_aim("Maya is out then.", warns=True)
    assert banner.accessibleName() == "Then: Maya is out then."
    banner.end_aim()
    assert banner.accessibleName() == before
    banner.show_aim("Maya is out then.", warns=True)
    show(banner, PlanState.DRAFT)
    after = banner.accessibleName()
    banner.end_aim()
    assert banner.accessibleName() == after


def test_long_notes_are_read_whole_in_a_small_window_and_an_aim_moves_nothing(theme, qtbot):
    banner = PlanBanner(theme)
    qtbot.addWidget(banner)
    banner.show_offer("Copied.", "From Mon 16 Nov", ["Only 2 of 3 rounds fit."])
    low = banner.heightForWidth(800)
    notes = [
        f"“Station {number}” is no longer among your stations; it comes back." for number in "12"
    ]
    banner.show_offer("Copied.", "From Mon 16 Nov", notes)
    tall = banner.heightForWidth(800)
    assert tall > low
    banner.resize(800, tall)
    banner.show()
    banner.show_aim("Kite swaps along.", warns=False)
    assert banner.minimumHeight() == tall
    banner.end_aim()
    assert (banner.minimumHeight(), banner.heightForWidth(800)) == (0, tall)
    banner.show_state(ShownState(PlanState.DRAFT))
    assert not banner.words.wordWrap()


def test_what_is_ready_says_what_is_to_look_at_still(banner):
    banner.show_state(ShownState(PlanState.READY, to_look_at=1))
    assert banner.words.text().startswith("Look at 1 thing before you print it.")
    banner.show_state(ShownState(PlanState.READY))
    assert banner.words.text().startswith("Print it when you like.")
