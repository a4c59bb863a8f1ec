from datetime import time

from plplanner.ui.screens.rotation.words import (
    clock,
    counted,
    later,
    listed,
    pages_in,
    span,
)


def test_times_have_no_leading_zero():
    assert clock(time(9, 5)) == "9:05"
    assert span(time(9, 55), 15) == "9:55–10:10"
    assert later(time(9, 55), 5) == time(10)


def test_counts_and_lists_read_like_sentences():
    assert (counted(1, "round"), counted(3, "round")) == ("1 round", "3 rounds")
    assert [listed(words) for words in ((), ("River",), ("River", "Kite", "Moon"))] == [
        "",
        "River",
        "River, Kite and Moon",
    ]


def test_the_pages_of_a_pdf_are_counted():
    assert pages_in(b"<< /Type /Page /Parent 2 0 R >> << /Type /Pages >> << /Type/Page>>") == 2
