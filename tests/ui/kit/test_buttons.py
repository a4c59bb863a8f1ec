from PySide6.QtCore import Qt

from plplanner.ui.kit.buttons import button, icon_button


def test_a_button_does_its_act_by_mouse_and_by_keyboard(qtbot):
    done = []
    made = button("Save & go", on_click=lambda: done.append(1), kind="primary")
    qtbot.addWidget(made)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(made, key)
    assert done == [1] * 4
    assert made.accessibleName() == "Save & go"
    assert made.text() == "Save && go"


def test_a_button_of_only_an_icon_says_what_it_does(qtbot, theme):
    done = []
    made = icon_button("close", "Put aside", theme=theme, on_click=lambda: done.append(1))
    qtbot.addWidget(made)
    assert made.accessibleName() == "Put aside"
    assert "Put aside" in made.toolTip()
    assert not made.icon().isNull()
    assert made.sizeHint().height() >= 28
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(made, key)
    assert done == [1] * 4
