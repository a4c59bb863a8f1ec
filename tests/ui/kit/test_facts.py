from PySide6.QtWidgets import QLabel

from plplanner.ui.kit.facts import Facts


def words_of(facts):
    return [label.text() for label in facts.findChildren(QLabel) if not label.isHidden()]


def test_facts_without_words_are_left_out_and_markup_is_only_text(theme, qtbot):
    facts = Facts()
    qtbot.addWidget(facts)
    facts.show_facts([("Place", "<b>desk"), ("Code", "")])
    assert words_of(facts) == ["Place", "<b>desk"]
    facts.show_facts([("Place", "floor")])
    assert words_of(facts) == ["Place", "floor"]
    assert facts.findChildren(QLabel)[-1].accessibleName() == "Place: floor"


def test_the_same_facts_leave_the_labels_alone(theme, qtbot):
    facts = Facts()
    qtbot.addWidget(facts)
    facts.show_facts([("Place", "desk")])
    label = facts.findChildren(QLabel)[-1]
    facts.show_facts([("Place", "desk")])
    assert facts.findChildren(QLabel)[-1] is label
