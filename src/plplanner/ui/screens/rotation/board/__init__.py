"""The board: the lesson on the projector, for the class to see."""
