"""A day planned student by student, for tests of the screen."""

from plplanner.grouping.saved.queries import newest_groups
from plplanner.rotation.own_way.commands import keep_own_way_draft
from plplanner.rotation.own_way.queries import own_ways_to_draft
from plplanner.rotation.own_ways import draft_own_ways
from tests.builders import MONDAY


def plan_student_by_student(planner, day=MONDAY, class_id=1):
    """Keep a plan of the class in which each student goes her own way."""
    groups = planner.ask(newest_groups, class_id=class_id)
    asked = planner.ask(own_ways_to_draft, class_id=class_id, day=day, groups=groups)
    draft = draft_own_ways(
        asked.problem, group_set_id=asked.group_set_id, playlists=asked.playlists
    )
    planner.do(keep_own_way_draft, class_id=class_id, draft=draft, levels=asked.levels)
