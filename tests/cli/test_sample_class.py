import pytest

from tests.cli.command_line import done, refused


@pytest.mark.long
def test_the_sample_class_is_made_and_the_next_step_is_said(tmp_path):
    planner = tmp_path / "new folder" / "Sample.plplanner"
    out = done("sample", planner)
    assert f"Made {planner}" in out
    assert f'plplanner groups --planner "{planner}" --class "Math 3" --save' in out
    assert planner.stat().st_size > 0


def test_a_file_that_is_there_already_is_left_as_it_is(tmp_path):
    taken = tmp_path / "Sample.plplanner"
    taken.write_text("mine")
    assert "It was left as it is. Choose another name." in refused("sample", taken)
    assert taken.read_text() == "mine"
