import pytest

from plplanner.gradebook.queries import assessments_of_class, scores_on
from plplanner.importing.read_file import read_gradebook
from plplanner.roster.commands import rename_student
from plplanner.ui.screens.gradebook.exports import all_scores, one_assessment, one_roster
from plplanner.ui.screens.gradebook.viewmodel import ScoresModel


@pytest.fixture
def model(stage_on, sample_planner):
    made = ScoresModel(stage_on(sample_planner))
    made.be_shown(True)
    made.choose(made.ids[0])
    first = made.line_ids[0]
    made.stage.desk.do(rename_student, student_id=first, last="Öz", first="=cmd()")
    return made


def content(export, kind=0):
    return export.gather()(export.kinds[kind][1])


def as_stored(model):
    """Per assessment its title, points possible, and each student's status and points."""
    ask, class_id = model.stage.desk.ask, model.stage.choice.class_id
    return {
        row.title: (
            row.points_possible,
            sorted(
                (score.status.value, score.points or 0.0)
                for score in ask(scores_on, assessment_id=row.id)
                if score.status.value != "none"
            ),
        )
        for row in ask(assessments_of_class, class_id=class_id)
    }


def as_read(read):
    return {
        one.title: (
            one.points_possible,
            sorted(
                (row[place].status.value, row[place].points or 0.0)
                for row in read.scores
                if row[place].status.value != "none"
            ),
        )
        for place, one in enumerate(read.assessments)
    }


@pytest.mark.parametrize("kind", [0, pytest.param(1, marks=pytest.mark.long)])
def test_all_scores_import_again_to_the_same_scores(model, kind):
    export = all_scores(model.stage)
    assert export.stem == "Math 3, scores, 2026-11-20"
    read = read_gradebook(file_name="t", content=content(export, kind))
    assert len(read.students) == 28
    assert "=cmd()" in {student.first for student in read.students}
    assert as_read(read) == as_stored(model)


@pytest.mark.long
def test_a_class_goes_to_another_system_and_back(model):
    export = one_roster(model.stage)
    assert (export.stem, export.kinds) == (
        "Math 3, OneRoster, 2026-11-20",
        (("OneRoster 1.1", ".zip"),),
    )
    read = read_gradebook(file_name="c.zip", content=content(export))
    assert len(read.students) == 28
    assert as_read(read) == as_stored(model)


def test_one_assessment_leaves_in_the_order_shown(model):
    model.sort_grid_by("name")
    row = model.chosen
    export = one_assessment(model.stage, row, model.line_ids, model.lines)
    assert export.says == f"Export the scores of “{row.title}”"
    read = read_gradebook(file_name="t", content=content(export))
    assert [one.title for one in read.assessments] == [row.title]
    assert [one.header for one in read.ignored_columns] == ["Level (read only)"]
    names = [model.lines[one].name for one in model.line_ids]
    assert [student.first for student in read.students][:2] == [name.split()[0] for name in names][
        :2
    ]
