from dataclasses import replace

import pytest

from plplanner.rotation.rows import NO_DEVICES, NO_INTERNET, VisitRow
from plplanner.rotation.station_words import VOICE_WORDS, place_of, voice_words, where_and_how
from plplanner.terms import StationKind, VoiceLevel


@pytest.mark.parametrize(
    ("place", "voice", "says"),
    [
        ("Table 3", VoiceLevel.WHISPER, "Table 3 · Whisper"),
        ("Table 3", None, "Table 3"),
        ("", VoiceLevel.SILENT, "Silent"),
        ("Table 4", VoiceLevel.TABLE_TALK, "Table talk"),  # its name says the place
        ("", None, ""),
    ],
)
def test_a_station_tells_where_it_is_and_how_loud(place, voice, says):
    visit = VisitRow(1, "Together, table 4", StationKind.COLLABORATIVE, place, "Read", voice=voice)
    assert where_and_how(visit) == says


def test_every_voice_level_has_its_word():
    assert [voice_words(level) for level in VoiceLevel] == list(VOICE_WORDS.values())
    assert voice_words(None) == ""


def test_nobody_is_sent_to_devices_that_do_not_work():
    visit = VisitRow(1, "Digital", StationKind.INDEPENDENT, "Chromebooks", "Pages 46–47")
    assert place_of(visit) == "Chromebooks"
    assert place_of(replace(visit, stand_in=NO_DEVICES)) == ""
    assert place_of(replace(visit, station_name="Chromebooks")) == ""


def test_without_internet_nobody_is_sent_to_devices_for_work_on_paper():
    visit = VisitRow(
        1, "Digital", StationKind.INDEPENDENT, "Chromebooks", "Pages 46–47",
        stand_in=NO_INTERNET, planned_kind=StationKind.DIGITAL,
    )  # fmt: skip
    assert place_of(visit) == ""
    on_screen = replace(visit, station_kind=StationKind.DIGITAL, planned_kind=None)
    assert place_of(on_screen) == "Chromebooks"
