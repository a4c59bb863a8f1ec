"""The words of the Groups screen that more than one of its parts says."""

MOVES_DROPPED = (
    "The groups were formed anew, so the students you had moved went back. "
    "Lock a student to keep her place."
)
FOR_YOU = "Scores and piles are for you. They never print for students or show on the board."
