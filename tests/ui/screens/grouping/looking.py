"""What tests of the Groups screen look at: who sits where, and what was told."""

from plplanner.grouping.draft import SIZE_CHOICES

BY_WORDS = {choice.words: choice for choice in SIZE_CHOICES}


def ids_by_name(model):
    return {row.name: row.id for row in model.facts.roster}


def seats(model):
    return {one.name: pile.identity.key for pile in model.shown.piles for one in pile.students}


def another_pile(model, student_id):
    seat = model.shown.pile_of(student_id)
    return next(pile for pile in model.shown.piles if pile is not seat)


def heard(signal):
    told = []
    signal.connect(told.append)
    return told


def cuts(model):
    return model.shown.strip.nearly, model.shown.strip.secure
