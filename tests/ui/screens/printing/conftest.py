"""Pages of the prepared lesson, made once: a test that changes nothing makes none again."""

import pytest

from plplanner.printing.lesson_paper import PaperWishes
from plplanner.rotation.printed.queries import lesson_to_print
from plplanner.store.planner_file import open_planner
from plplanner.terms import Paper
from plplanner.ui.screens.printing.proofs import make_proofs
from tests.builders import MONDAY, NOW


@pytest.fixture(scope="session")
def known_pages(application, prepared_plan):
    planner = open_planner(prepared_plan, now=NOW)
    lesson = planner.ask(lesson_to_print, class_id=1, day=MONDAY)
    planner.close()
    return make_proofs(lesson, PaperWishes(Paper.LETTER), {}).sheets


@pytest.fixture
def settled(qtbot):
    """`settled(model)`: wait until pages and pictures are made and nothing is being sent."""

    def wait(model):
        def rests():
            return not (model.is_making or model.is_printing or model._drawing)

        qtbot.wait(70)  # the size of the preview settles
        qtbot.waitUntil(rests, timeout=10_000)
        model.stage.jobs.wait()
        qtbot.wait(2)

    return wait
