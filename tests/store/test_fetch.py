import pytest

from plplanner.models.roster import Student
from plplanner.problems import Problem
from plplanner.store.fetch import mentioned_ids, saved_id, still_there, values_of
from tests.builders import a_class, a_planner, an_assessment


def test_a_row_that_is_gone_is_said_in_words(tmp_path):
    with a_planner(tmp_path) as planner:
        a_class(planner, students=1)
        planner.ask(lambda session: still_there(session, Student, 1, what="student"))
        with pytest.raises(Problem, match="This student is no longer here"):
            planner.ask(lambda session: still_there(session, Student, 2, what="student"))


def test_an_unsaved_row_has_no_id_yet():
    with pytest.raises(ValueError, match="Student was not saved"):
        saved_id(Student(last="A"))


def test_a_row_like_another_is_made_of_its_values():
    values = values_of(Student(last="Diaz", first="Ana"), besides={"id", "gradebook_import_id"})
    assert values == {"last": "Diaz", "first": "Ana", "suffix": None, "nickname": None}


def test_rows_that_other_tables_point_to_are_named(tmp_path):
    with a_planner(tmp_path) as planner:
        an_assessment(planner, a_class(planner), points=[1, None, 3])

        def mentioned(*besides):
            return planner.ask(
                lambda session: mentioned_ids(session, "student", [1, 2], besides=besides)
            )

        assert mentioned() == {1, 2}
        assert mentioned("enrollment") == {1}
        assert mentioned("enrollment", "score") == set()
