from plplanner.ui.kit.row_view import RowView
from plplanner.ui.kit.sort_heads import HEIGHT
from tests.ui.kit.list_of_words import Animals


def test_the_heading_the_list_is_sorted_by_has_an_arrow(theme, qtbot):
    view = RowView(Animals("Ant").table, theme=theme, says="Animals")
    qtbot.addWidget(view)
    view.resize(500, 240)
    view.show()
    pictures = [view.heads.grab().toImage()]
    for is_down in (False, True):
        view.heads.say_sorted("name", is_down=is_down)
        pictures.append(view.heads.grab().toImage())
    assert len({bytes(picture.constBits()) for picture in pictures}) == 3
    assert view.heads.height() == HEIGHT == view.heads.sizeHint().height()
    ground = pictures[0].pixelColor(490, 2).name()
    assert ground == theme.palette["sunk"].lower()
