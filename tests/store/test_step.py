import pytest

from plplanner.store.step import step, step_label


@step("Add playlist “{title}”")
def add_playlist(session, *, title):
    return session, title


def test_a_step_is_named_with_the_teacher_s_own_words():
    assert step_label(add_playlist, {"title": "Fair {shares}"}) == "Add playlist “Fair {shares}”"
    assert add_playlist(1, title="x") == (1, "x")


def test_a_command_without_a_name_is_refused():
    with pytest.raises(TypeError, match="no @step name"):
        step_label(lambda session: session, {})
