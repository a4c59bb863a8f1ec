import io
import struct
import zipfile

import pytest

from plplanner.importing.read_zip import damaged, locked, read_zip
from plplanner.problems import Problem


def _zip(members, **how):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **how) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def _refused(content):
    with pytest.raises(Problem) as raised:
        read_zip(content, file_name="a.xlsx")
    return raised.value.what


def test_members_are_inflated():
    content = _zip([("a/b.xml", "text"), ("c", b"\0\1")])
    assert read_zip(content, file_name="a") == {"a/b.xml": b"text", "c": b"\0\1"}


def test_a_bomb_is_refused():
    assert "unpack" in _refused(_zip([("a", bytes(30_000_000))]))


def test_a_bomb_that_lies_about_its_size_is_refused():
    content = _zip([("a", bytes(30_000_000))])
    assert "unpack" in _refused(content.replace(struct.pack("<I", 30_000_000), b"\x09\0\0\0"))


def test_too_many_members_are_refused():
    assert "unpack" in _refused(_zip([(str(number), "") for number in range(2_001)]))


def test_two_members_of_one_name_are_refused():
    content = _zip([("a", "1"), ("b", "2")])
    assert "damaged" in _refused(content.replace(b"b", b"A"))


@pytest.mark.parametrize("kept", [0, 4, 30, 60, 100])
def test_a_zip_that_ends_early_is_damaged(kept):
    assert "damaged" in _refused(_zip([("a", "text" * 50)])[:kept] or b"PK")


def test_a_nested_garbage_zip_is_only_bytes():
    inner = b"PK\x03\x04" + b"\xff" * 80
    assert read_zip(_zip([("inner.zip", inner)]), file_name="a") == {"inner.zip": inner}


def test_messages_name_the_file():
    assert "“a.xlsx”" in damaged("a.xlsx").what
    assert "password" in locked("a.xlsx").what
