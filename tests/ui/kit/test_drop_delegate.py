from PySide6.QtCore import Qt

from plplanner.ui.kit.drop_delegate import ROW_HEIGHT, DropRow
from plplanner.ui.kit.drop_list import DropList


def test_everything_is_spoken_and_never_as_markup():
    row = DropRow("<b>Ann", "table 3", "game", "May do", "10 min")
    assert row.spoken == "<b>Ann, May do, table 3, 10 min"
    assert DropRow("Fold").spoken == "Fold"


def test_a_row_shows_its_words_pill_and_end(theme, qtbot):
    drops = DropList(theme=theme, says="Items")
    qtbot.addWidget(drops)
    drops.resize(420, 200)
    drops.show()
    pictures = []
    for row in (
        DropRow("Fold"),
        DropRow("Fold", end="10 min"),
        DropRow("Fold", pill="Must do", end="10 min"),
        DropRow("Fold", about="table 3", pill="Must do", end="10 min"),
        DropRow("Fold", icon="game"),
        DropRow("Fold " * 40, pill="Must do", end="10 min"),
    ):
        drops.show_rows([row])
        pictures.append(bytes(drops.viewport().grab().toImage().constBits()))
    assert len(set(pictures)) == len(pictures)
    assert drops.sizeHintForRow(0) == ROW_HEIGHT
    tip = drops.rows.data(drops.rows.index(0), Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>Fold")
