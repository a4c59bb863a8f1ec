"""What a teacher calls the kinds of learning resources, and with whom they are used."""

from plplanner.library.rows import ResourceRow
from plplanner.terms import GroupMode, ResourceKind

KIND_WORDS = {
    ResourceKind.VIDEO: "Video",
    ResourceKind.TEXT: "Text",
    ResourceKind.WORKSHEET: "Worksheet",
    ResourceKind.GAME: "Game",
    ResourceKind.MANIPULATIVE: "Hands-on",
    ResourceKind.APP_LESSON: "App lesson",
    ResourceKind.PROJECT: "Project",
    ResourceKind.DISCUSSION: "Discussion",
    ResourceKind.QUIZ: "Quiz",
    ResourceKind.ANCHOR_CHART: "Anchor chart",
}

MODE_WORDS = {
    GroupMode.ALONE: "Alone",
    GroupMode.PAIR: "In pairs",
    GroupMode.SMALL_GROUP: "Small group",
    GroupMode.TEACHER: "With the teacher",
}

NEEDS_WORDS = {
    "": "Nothing",
    "device": "Device",
    "internet": "Internet",
    "device internet": "Device, internet",
}
"""What must be at hand, by the two words it is kept as."""


def needs_words(row: ResourceRow) -> str:
    """What must be at hand: `Device, internet`, `Device`, or `Nothing`."""
    needed = [
        word
        for word, is_needed in (("device", row.needs_device), ("internet", row.needs_internet))
        if is_needed
    ]
    return ", ".join(needed).capitalize() or "Nothing"
