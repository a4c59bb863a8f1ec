from PySide6.QtCore import Qt

from plplanner.ui.kit.segments import Segments


def test_one_of_the_words_is_taken_and_told(theme, qtbot):
    segments = Segments({"grey": "Grey", "colour": "Colour & more"}, says="Preview")
    qtbot.addWidget(segments)
    segments.mark("grey")
    with qtbot.waitSignal(segments.chosen) as told:
        qtbot.mouseClick(segments.buttons["colour"], Qt.MouseButton.LeftButton)
    assert told.args == ["colour"]
    assert [key for key, one in segments.buttons.items() if one.isChecked()] == ["colour"]


def test_each_word_is_named_for_a_screen_reader(theme, qtbot):
    segments = Segments({"print": "As it prints"}, says="Preview")
    qtbot.addWidget(segments)
    segments.rename("print", "As it prints (grey)")
    assert segments.buttons["print"].accessibleName() == "Preview: As it prints (grey)"


def test_only_the_ends_of_the_row_are_round(theme, qtbot):
    segments = Segments({"a": "A", "b": "B", "c": "C"}, says="Look")
    qtbot.addWidget(segments)
    places = [one.property("segment") for one in segments.buttons.values()]
    assert places == ["first", "middle", "last"]


def test_a_choice_that_is_cleared_shows_none_and_can_be_made_again(qtbot):
    made, told = Segments({"a": "One", "b": "Two"}, says="Which"), []
    qtbot.addWidget(made)
    made.chosen.connect(told.append)
    made.buttons["a"].click()
    made.clear()
    assert [one.isChecked() for one in made.buttons.values()] == [False, False]
    made.buttons["b"].click()
    assert told == ["a", "b"]
