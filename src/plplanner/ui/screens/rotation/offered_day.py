"""Another day's plan or a template, looked at as a draft of this day before it is kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, tzinfo

from plplanner.grouping.saved.queries import newest_groups
from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.playlists.rows import PlaylistRow
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.roster.rows import SchoolClassRow
from plplanner.rotation.copy_plan import CopiedPlan, copy_plan
from plplanner.rotation.drafting.queries import day_to_draft, playlists_for_groups, rotation_problem
from plplanner.rotation.fresh_draft import draft_in_template
from plplanner.rotation.lived.queries import notes_on
from plplanner.rotation.queries import last_plan_of_weekday
from plplanner.rotation.rows import PlanRow
from plplanner.rotation.stations.queries import in_names_of_now
from plplanner.rotation.templates.queries import templates_of_class
from plplanner.rotation.templates.rows import DayTemplateRow
from plplanner.ui.desk import Desk
from plplanner.ui.kit.moments import day_words, weekday
from plplanner.ui.screens.rotation.planned_lesson import (
    Offered,
    PlannedLesson,
    shown_draft,
)
from plplanner.ui.screens.rotation.today.words import LESSON


@record(frozen=True)
class Offer:
    """What is looked at: the last plan of the weekday, or the template there is."""

    template: DayTemplateRow | None = None

    def on(
        self, desk: Desk, of: SchoolClassRow, day: date, *, zone: tzinfo | None
    ) -> PlannedLesson:
        """It as a draft of this day. Problem when it is gone, or does not fit."""
        groups = desk.ask(newest_groups, class_id=of.id)
        if groups is None:
            raise Problem("This class has no groups yet.", "Make groups first.")
        if self.template is None:
            return _last_of_weekday(desk, of, day, groups, zone=zone)
        if self.template not in desk.ask(templates_of_class, class_id=of.id):
            raise Problem(
                f"The template “{self.template.name}” is not as it was.",
                "Look at it again, or plan this day as it is.",
            )
        return _from_template(desk, of, day, groups, self.template, zone=zone)


def _last_of_weekday(
    desk: Desk, of: SchoolClassRow, day: date, groups: GroupSetRow, *, zone: tzinfo | None
) -> PlannedLesson:
    earlier = desk.ask(last_plan_of_weekday, class_id=of.id, before=day)
    if earlier is None:
        raise Problem(
            f"No {weekday(day)} before this one has a plan yet.",
            "Plan this day as it is; next week it can be copied.",
        )
    copy = _copy_of_ways if earlier.is_own_ways else _copy_of_groups
    copied, chosen = copy(desk, of, day, groups, desk.ask(in_names_of_now, plan=earlier))
    then = desk.ask(notes_on, class_id=of.id, day=earlier.day)
    went = tuple(row.words for row in then if row.about == LESSON)
    said = day_words(earlier.day)
    return replace(
        shown_draft(desk, of, copied.draft, groups, chosen, zone=zone),
        offered=Offered("Copied.", f"From {said}", f"Copy the plan of {said}"),
        notes=(*went, *copied.notes),
    )


def _copy_of_groups(
    desk: Desk, of: SchoolClassRow, day: date, groups: GroupSetRow, earlier: PlanRow
) -> tuple[CopiedPlan, Mapping[int, PlaylistRow]]:
    chosen = desk.ask(playlists_for_groups, groups=groups)
    copied = copy_plan(
        earlier,
        desk.ask(rotation_problem, class_id=of.id, day=day, groups=groups),
        group_set_id=groups.id,
        playlist_ids={group_id: playlist.id for group_id, playlist in chosen.items()},
    )
    return copied, chosen


def _copy_of_ways(
    desk: Desk, of: SchoolClassRow, day: date, groups: GroupSetRow, earlier: PlanRow
) -> tuple[CopiedPlan, Mapping[int, PlaylistRow]]:
    # Few days are planned so: copying groups does not wait for it.
    from plplanner.rotation.copy_own_ways import copy_own_ways  # noqa: PLC0415
    from plplanner.rotation.own_way.queries import own_ways_to_draft  # noqa: PLC0415

    asked = desk.ask(own_ways_to_draft, class_id=of.id, day=day, groups=groups)
    copied = copy_own_ways(
        earlier,
        asked.problem,
        group_set_id=groups.id,
        playlists=asked.playlists,
        levels=asked.levels,
    )
    return copied, asked.playlists


def _from_template(
    desk: Desk,
    of: SchoolClassRow,
    day: date,
    groups: GroupSetRow,
    template: DayTemplateRow,
    *,
    zone: tzinfo | None,
) -> PlannedLesson:
    asked = desk.ask(day_to_draft, class_id=of.id, day=day, groups=groups)
    made = draft_in_template(asked, template)
    named = f"“{template.name}”"
    return replace(
        shown_draft(desk, of, made.draft, groups, asked.playlists, zone=zone),
        offered=Offered("Template.", named, f"Use {named}"),
        notes=made.notes,
    )
