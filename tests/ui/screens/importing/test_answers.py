from plplanner.importing.corrections import BlankMeans, Corrections
from plplanner.terms import ScoreStatus
from plplanner.ui.screens.importing.answers import Answers
from plplanner.ui.screens.importing.files_in import Told


class Teller:
    def __init__(self):
        self.told = Told(chosen={1: 10}, said_new=frozenset({2}))
        self.answers = Answers(lambda: self.told, self.tell)
        self.heard = {}

    def tell(self, **changed):
        self.heard = changed


def test_each_answer_is_added_to_what_was_told():
    teller = Teller()
    teller.answers.say_blank(BlankMeans.ZERO)
    assert teller.heard["corrections"].blank is BlankMeans.ZERO
    teller.answers.say_mark("zz", ScoreStatus.ABSENT)
    assert teller.heard["corrections"].marks == {"zz": ScoreStatus.ABSENT}
    teller.answers.say_percent(True)
    assert teller.heard["corrections"].bare_numbers_are_percent
    teller.answers.say_cell(3, 4, "9")
    assert teller.heard["corrections"].cells == {(3, 4): "9"}


def test_somebody_known_and_somebody_new_take_each_other_s_place():
    teller = Teller()
    teller.answers.choose_matches({2: 20, 1: None})
    assert teller.heard == {"chosen": {2: 20}, "said_new": frozenset({1})}


def test_a_class_is_said_of_one_section_or_of_the_whole_file():
    teller = Teller()
    teller.answers.say_class("Room 4", "P4", of=["P2", "P4"])
    assert teller.heard == {"corrections": Corrections(classes={"P4": "Room 4"})}
    teller.answers.say_class("P2", None, of=["P2", "P4"])
    assert teller.heard == {"class_name": "P2"}
    teller.answers.say_class("Art", None, of=["G3"])
    art = Corrections(classes={"G3": "Art"})
    assert teller.heard == {"class_name": "Art", "corrections": art}
    teller.answers.say_class("Art", None, of=[])
    assert teller.heard["corrections"].classes == {"": "Art"}
