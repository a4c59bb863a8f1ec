import math

import pytest

from plplanner.assets import asset
from plplanner.printing.svg_paths import path_steps, read_svg


def ends(path):
    return [step.points[-1] for step in path_steps(path) if step.points]


def test_relative_and_absolute_steps_meet():
    assert ends("M2 3l4 0V5h-4z") == [(2, 3), (6, 3), (6, 5), (2, 5)]


def test_pairs_after_a_move_are_lines():
    assert [step.operator for step in path_steps("M0 0 1 1 2 2")] == ["m", "l", "l"]


def test_a_smooth_curve_mirrors_the_handle_before():
    first, second = [step for step in path_steps("M0 0C0 1 1 2 2 2s2 1 2 2") if step.points[1:]]
    assert first.points[1] == (1, 2)
    assert second.points[0] == (3, 2)


def test_a_half_circle_arrives_and_bulges():
    steps = [step for step in path_steps("M0 8a4 4 0 0 1 8 0") if step.operator == "c"]
    assert steps[-1].points[-1] == pytest.approx((8, 8))
    assert steps[0].points[-1] == pytest.approx((4, 4))


def test_an_arc_stays_on_its_circle():
    for step in path_steps("M20.5 15A9.6 9.6 0 0 1 9 3.5"):
        assert all(math.isfinite(number) for point in step.points for number in point)
    assert ends("M20.5 15A9.6 9.6 0 0 1 9 3.5")[-1] == pytest.approx((9, 3.5))


def test_flags_of_an_arc_may_touch():
    assert ends("M0 0a2 2 0 014 0")[-1] == pytest.approx((4, 0))


def test_after_closing_the_pen_is_back_at_the_start():
    assert ends("M1 1h2v2zl0 5")[-1] == (1, 6)


@pytest.mark.parametrize("path", ["M1", "C1 2 3", "M0 0a4 3 0 0 1 8 0"])
def test_what_cannot_be_drawn_right_is_refused(path):
    with pytest.raises(ValueError, match=r"full steps|circular"):
        list(path_steps(path))


def test_an_unknown_element_is_refused(tmp_path):
    file = tmp_path / "x.svg"
    file.write_text('<svg viewBox="0 0 8 8"><text>hi</text></svg>')
    with pytest.raises(ValueError, match="text"):
        read_svg(file)


def test_a_transform_is_refused(tmp_path):
    file = tmp_path / "x.svg"
    file.write_text('<svg viewBox="0 0 8 8"><g transform="scale(2)"/></svg>')
    with pytest.raises(ValueError, match="transforms"):
        read_svg(file)


@pytest.mark.parametrize("folder", ["icons", "symbols"])
def test_every_drawing_we_ship_can_be_read(folder):
    files = sorted(
        path for path in asset(folder).glob("*.svg") if not path.name.startswith("tile-")
    )
    assert len(files) >= 20
    for path in files:
        drawing = read_svg(path)
        points = [p for shape in drawing.shapes for step in shape.steps for p in step.points]
        assert drawing.shapes
        assert all(-4 <= number <= drawing.width + 4 for point in points for number in point)
