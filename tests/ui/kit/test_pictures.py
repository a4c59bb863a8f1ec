from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from plplanner.terms import GROUP_IDENTITIES, StationKind
from plplanner.ui.kit.pictures import (
    STATION_ICONS,
    group_tile,
    hatch_picture,
    icon,
    icon_picture,
)


def colours_in(picture):
    image = picture.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 250
    }


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp):
    assert colours_in(icon_picture("laptop", "#3D3A8F", 20, 2.0)) == {QColor("#3D3A8F").name()}
    assert not icon("laptop", "#3D3A8F").isNull()


def test_a_disabled_icon_has_the_colour_of_its_token(qapp):
    made = icon("redo", "#CBC2B3", disabled="#A89F8F")
    faint = made.pixmap(QSize(20, 20), 1.0, QIcon.Mode.Disabled)
    assert colours_in(faint) == {"#a89f8f"}


def test_a_picture_is_sharp_on_a_dense_screen(qapp):
    picture = icon_picture("print", "#111111", 20, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (40, 2.0)


def test_every_kind_of_station_has_its_icon(qapp):
    assert STATION_ICONS.keys() == set(StationKind)
    for name in STATION_ICONS.values():
        assert colours_in(icon_picture(name, "#111111", 20))


def test_all_twenty_identities_can_be_told_apart(qapp):
    tiles = {bytes(group_tile(identity, 32).toImage().constBits()) for identity in GROUP_IDENTITIES}
    assert len(tiles) == 20
    hatches = {
        bytes(hatch_picture(identity).toImage().constBits()) for identity in GROUP_IDENTITIES[:10]
    }
    assert len(hatches) == 10
