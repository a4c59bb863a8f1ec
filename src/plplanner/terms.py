"""The field's own words in code: fixed vocabularies and small frozen values."""

from enum import IntEnum, StrEnum

from plplanner.records import record


class Weekday(IntEnum):
    """Days as `date.weekday()` counts them."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


class MasteryLevel(StrEnum):
    """What the evidence says about one student and one target. For teachers' eyes only."""

    SECURE = "secure"
    NEARLY = "nearly"
    NOT_YET = "not_yet"
    NO_EVIDENCE = "no_evidence"


LEVEL_WORDS = {
    MasteryLevel.SECURE: "Secure",
    MasteryLevel.NEARLY: "Nearly",
    MasteryLevel.NOT_YET: "Not yet",
    MasteryLevel.NO_EVIDENCE: "No evidence",
}


class ScoreStatus(StrEnum):
    """What a gradebook cell says besides its number. A blank is NONE: not missing, not zero."""

    SCORED = "scored"
    NONE = "none"
    MISSING = "missing"
    EXCUSED = "excused"
    ABSENT = "absent"
    INCOMPLETE = "incomplete"
    NOT_ASSIGNED = "not_assigned"


class ItemResult(StrEnum):
    """How a student did on one item of a test. What she left open she did not get wrong."""

    RIGHT = "right"
    WRONG = "wrong"
    NOT_ANSWERED = "not_answered"


class AssessmentKind(StrEnum):
    """What sort of check an assessment is; decides whether it counts for grouping."""

    EXIT_TICKET = "exit_ticket"
    QUICK_CHECK = "quick_check"
    QUIZ = "quiz"
    UNIT_TEST = "unit_test"
    BENCHMARK = "benchmark"
    HOMEWORK = "homework"
    OTHER = "other"


class ResourceKind(StrEnum):
    """What a learning resource is made of."""

    VIDEO = "video"
    TEXT = "text"
    WORKSHEET = "worksheet"
    GAME = "game"
    MANIPULATIVE = "manipulative"
    APP_LESSON = "app_lesson"
    PROJECT = "project"
    DISCUSSION = "discussion"
    QUIZ = "quiz"
    ANCHOR_CHART = "anchor_chart"


class GroupMode(StrEnum):
    """With whom a learning resource is used."""

    ALONE = "alone"
    PAIR = "pair"
    SMALL_GROUP = "small_group"
    TEACHER = "teacher"


class PlaylistUse(StrEnum):
    """What a playlist is for: what one does next, never a name for a child or a group."""

    RETEACH = "reteach"
    PRACTISE = "practise"
    EXTEND = "extend"


USE_WORDS = {
    PlaylistUse.RETEACH: "reteach",
    PlaylistUse.PRACTISE: "practice",
    PlaylistUse.EXTEND: "extend",
}


class ItemRole(StrEnum):
    """The part a playlist item plays on the card."""

    MUST = "must"
    MAY = "may"
    CHECK = "check"
    CHECK_IN = "check_in"


class GroupingStrategy(StrEnum):
    """Ways to form small groups."""

    NEED = "need"
    PROFILE = "profile"
    MIXED = "mixed"
    INTEREST = "interest"
    RANDOM = "random"
    JIGSAW = "jigsaw"
    PROJECT = "project"
    MAKE_UP = "make_up"
    LANGUAGE_PAIRS = "language_pairs"
    BY_HAND = "by_hand"


class RuleKind(StrEnum):
    """Rules the teacher sets for small groups.

    FIXED and NEVER_IN name a group by its identity. The three about a tag hold in every group:
    at most so many, nobody alone with it, spread as evenly as numbers allow. TABLE_AT_MOST
    bounds the group at the teacher's table.
    """

    APART = "apart"
    TOGETHER = "together"
    FIXED = "fixed"
    NEVER_IN = "never_in"
    AT_MOST_TAG = "at_most_tag"
    NO_LONE_TAG = "no_lone_tag"
    SPREAD_TAG = "spread_tag"
    TABLE_AT_MOST = "table_at_most"


class GroupSetState(StrEnum):
    """Whether groups are still being shaped, or are those the class works in.

    TEACHER_TABLE is no grouping: the list of those called to the teacher's table on a day. Nor is
    OWN_WAYS: a group of one for each student who goes her own way through a lesson.
    """

    DRAFT = "draft"
    IN_USE = "in_use"
    TEACHER_TABLE = "teacher_table"
    OWN_WAYS = "own_ways"


class AnswerStatus(StrEnum):
    """How far an engine's answer goes. `OPTIMAL` only when bound and objective are one integer."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


class StationKind(StrEnum):
    """What happens at a station."""

    TEACHER_LED = "teacher_led"
    DIGITAL = "digital"
    COLLABORATIVE = "collaborative"
    INDEPENDENT = "independent"
    HANDS_ON = "hands_on"
    MAKE_UP = "make_up"
    ASSESSMENT = "assessment"


class VoiceLevel(IntEnum):
    """How loud it is at a station, by the numbers on the wall of most classrooms."""

    SILENT = 0
    WHISPER = 1
    TABLE_TALK = 2
    PRESENTER = 3


class PlanState(StrEnum):
    """How far a rotation plan has come."""

    DRAFT = "draft"
    READY = "ready"
    TAUGHT = "taught"


class AttendanceKind(StrEnum):
    """What is noted of a student who was not there from the start."""

    ABSENT = "absent"
    LATE = "late"


class VisitOutcomeKind(StrEnum):
    """How far a group came at a station."""

    DONE = "done"
    PARTLY = "partly"
    NOT = "not"


class NoteKind(StrEnum):
    """Whether a note is part of a student's record, or a help to the teacher's own memory."""

    RECORD = "record"
    MEMORY = "memory"


class Paper(StrEnum):
    """Paper sizes we print on."""

    LETTER = "letter"
    A4 = "a4"


_OWN = "own "


@record(frozen=True)
class GroupIdentity:
    """How a small group is recognised on screen and paper: word, symbol, pattern; colour helps.

    `symbol` and `hatch` name files in `resources/symbols`; `colour` is `#RRGGBB` or None for an
    identity drawn in ink only; `outline` marks the second set, used beyond ten groups.
    """

    key: str
    word: str
    symbol: str
    colour: str | None
    outline: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it is a student's own name: then no symbol is drawn."""
        return self.key.startswith(_OWN)

    @property
    def hatch(self) -> str:
        """The pattern that stands beside the symbol."""
        return f"hatch-{self.symbol}"


_FIRST_TEN = (
    ("River", "#0072B2"),
    ("Comet", "#E69F00"),
    ("Maple", "#009E73"),
    ("Kite", "#CC79A7"),
    ("Lantern", "#56B4E9"),
    ("Harbor", "#D55E00"),
    ("Pebble", "#F0E442"),
    ("Quilt", "#595959"),
    ("Moon", None),
    ("Bridge", None),
)

GROUP_IDENTITIES: tuple[GroupIdentity, ...] = tuple(
    GroupIdentity(word.lower(), word, word.lower(), colour) for word, colour in _FIRST_TEN
) + tuple(
    GroupIdentity(f"{word.lower()}_stone", f"{word} Stone", word.lower(), colour, outline=True)
    for word, colour in _FIRST_TEN
)

_IDENTITY_BY_KEY = {identity.key: identity for identity in GROUP_IDENTITIES}


def own_identity(name: str) -> GroupIdentity:
    """Who goes her own way is called by her name; the symbol is nobody's and is never printed."""
    return GroupIdentity(f"{_OWN}{name}", name, "pebble", None, outline=True)


def group_identity(key: str) -> GroupIdentity:
    """The identity stored under `key`; KeyError for a key no version ever dealt."""
    return _IDENTITY_BY_KEY[key]
