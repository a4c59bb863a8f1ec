from PySide6.QtWidgets import QLabel

from plplanner.ui.screens.rotation.today.reflection import Reflection


def test_the_second_tap_tells_both_and_leaves_nothing_chosen(qtbot):
    asked, said = Reflection(), []
    qtbot.addWidget(asked)
    asked.said.connect(said.append)
    asked.time.buttons["short"].click()
    assert said == []
    asked.felt.buttons["hard"].click()
    asked.felt.buttons["well"].click()
    assert said == ["It was hard. The time was too short."]
    assert not asked.time.buttons["short"].isChecked()
    asked.time.buttons["right"].click()
    assert said[1:] == ["It went well. The time was right."]
    assert any("copy" in label.text() for label in asked.findChildren(QLabel))
