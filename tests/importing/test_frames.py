import io

import pytest

from plplanner.importing.frames import BrokenOff, received, send


def sent(*frames):
    stream = io.BytesIO()
    send(stream, frames)
    return stream.getvalue()


def test_frames_come_as_they_went():
    frames = [b"", b"one", b"\x00" * 70_000]
    assert list(received(io.BytesIO(sent(*frames)))) == frames


def test_a_frame_that_breaks_off_is_no_frame():
    whole = sent(b"one")
    for cut in (1, 3, 5):
        with pytest.raises(BrokenOff):
            list(received(io.BytesIO(whole[:cut])))


def test_a_frame_is_refused_by_its_length_before_it_is_read():
    coming = received(io.BytesIO(b"\xff\xff\xff\xff"))
    with pytest.raises(BrokenOff):
        next(coming)
    with pytest.raises(BrokenOff):
        list(received(io.BytesIO(sent(b"12345")), max_frame=4))


def test_all_frames_together_have_a_limit():
    coming = received(io.BytesIO(sent(b"1234", b"5678")), max_all=7)
    assert next(coming) == b"1234"
    with pytest.raises(BrokenOff):
        next(coming)
