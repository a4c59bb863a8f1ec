from datetime import UTC

from plplanner.roster.queries import classes
from plplanner.rotation.drafting.queries import day_to_draft
from plplanner.rotation.fresh_draft import fresh_draft
from plplanner.rotation.lived.commands import let_stand_in
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import NO_INTERNET
from plplanner.ui.desk import Desk
from plplanner.ui.screens.rotation.planned_lesson import lesson_on
from plplanner.ui.screens.rotation.redrafting import put_in_place
from tests.builders import MONDAY


def test_a_day_without_internet_is_drafted_again_without_and_one_undo_takes_it_back(grouped):
    desk = Desk(grouped)
    of = desk.ask(classes)[0]
    shown = lesson_on(desk, of, MONDAY, zone=UTC)
    place = {"of": of, "groups": shown.newest, "label": "Draft Monday again"}
    assert put_in_place(desk, shown.draft, before=None, **place) == ""
    kept = desk.ask(plan_on, class_id=of.id, day=MONDAY)
    desk.do(let_stand_in, plan_id=kept.id, why=NO_INTERNET, tasks={}, says="No internet today")
    before = desk.ask(plan_on, class_id=of.id, day=MONDAY)
    asked = desk.ask(day_to_draft, class_id=of.id, day=MONDAY, groups=shown.newest, rounds=2)
    draft = fresh_draft(asked).draft
    digest = grouped.digest()
    stays = put_in_place(desk, draft, before=before, **place)
    assert stays == " It stays as it was: no internet."
    plan = desk.ask(plan_on, class_id=of.id, day=MONDAY)
    visits = [visit for line in plan.groups for visit in line.visits]
    assert (plan.has_internet, len(plan.rounds)) == (False, 2)
    assert {visit.stand_in for visit in visits} == {"", NO_INTERNET}
    assert desk.undo_label == "Draft Monday again"
    desk.undo()
    assert grouped.digest() == digest
