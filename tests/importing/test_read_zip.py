import io
import struct
import zipfile

import pytest

from plplanner.importing.read_zip import (
    check_members,
    damaged,
    locked,
    member_pieces,
    read_zip,
    refuse_large_total,
    zip_entries,
)
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


@pytest.mark.long
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


def test_a_member_without_a_name_is_damage():
    content = _zip([("a", "x")])
    place = content.index(b"PK\1\2") + 46
    assert "damaged" in _refused(content[:place] + b"\0" + content[place + 1 :])


def test_a_nested_garbage_zip_is_only_bytes():
    inner = b"PK\x03\x04" + b"\xff" * 80
    assert read_zip(_zip([("inner.zip", inner)]), file_name="a") == {"inner.zip": inner}


def test_messages_name_the_file():
    assert "“a.xlsx”" in damaged("a.xlsx").what
    assert "password" in locked("a.xlsx").what


def test_a_member_comes_in_pieces_that_make_the_whole():
    content = _zip([("a.bin", bytes(range(256)) * 9_000)])
    entries = zip_entries(content, file_name="a")
    pieces = list(member_pieces(content, entries["a.bin"], file_name="a"))
    assert len(pieces) > 1
    assert b"".join(pieces) == bytes(range(256)) * 9_000


def test_declarations_are_found_even_across_pieces():
    filler = b"<a>" + bytes(999_990).replace(b"\0", b"x")
    content = _zip([("a.xml", filler + b" <!DOCTYPE a>" + filler)])
    with pytest.raises(Problem, match="declarations"):
        check_members(content, zip_entries(content, file_name="a"), file_name="a")
    harmless = _zip([("a.txt", b"<!DOCTYPE a>"), ("b.xml", b"<b/>")])
    assert check_members(harmless, zip_entries(harmless, file_name="a"), file_name="a") is None


def test_many_small_zips_together_are_refused_when_they_unpack_to_too_much():
    one = _zip([("a", bytes(4_900_000))])
    assert refuse_large_total([one, b"PKrubbish", b"Name"], file_name="f") is None
    with pytest.raises(Problem, match="unpack"):
        refuse_large_total([one] * 41, file_name="f")
