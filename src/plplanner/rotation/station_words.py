"""How it is at a station, in the few words the class reads: where, and how loud."""

from collections.abc import Mapping

from plplanner.rotation.pick_tasks import place_once
from plplanner.rotation.rows import NO_DEVICES, NO_INTERNET, VisitRow
from plplanner.terms import StationKind, VoiceLevel

VOICE_WORDS: Mapping[VoiceLevel, str] = {
    VoiceLevel.SILENT: "Silent",
    VoiceLevel.WHISPER: "Whisper",
    VoiceLevel.TABLE_TALK: "Table talk",
    VoiceLevel.PRESENTER: "Presenter voice",
}


def voice_words(voice: VoiceLevel | None) -> str:
    """`Whisper`: the word of the poster in the room; nothing where none is said."""
    return "" if voice is None else VOICE_WORDS[voice]


def where_and_how(visit: VisitRow) -> str:
    """The place of a station, unless its name says it, and the voice level."""
    parts = place_of(visit), voice_words(visit.voice)
    return " · ".join(part for part in parts if part)


def place_of(visit: VisitRow) -> str:
    """Where a group works: blank where its station says it, and where devices would be."""
    was_on_devices = visit.planned_kind is StationKind.DIGITAL
    if visit.stand_in == NO_DEVICES or (visit.stand_in == NO_INTERNET and was_on_devices):
        return ""
    return place_once(visit.station_name, visit.place)
