"""The assessment one stands on: its title and day, and the grid its scores are typed into."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from plplanner.gradebook.mastery import number_words
from plplanner.gradebook.typed_scores import STATUS_KEYS, wrong_score
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.edit_field import EditField
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.moments import day_words
from plplanner.ui.kit.row_table import Column, RowTable
from plplanner.ui.kit.row_view import RowView
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.gradebook.measuring import offers_of
from plplanner.ui.screens.gradebook.viewmodel import ScoreLine, ScoresModel

SCORE = 1
"""The column one types into."""
_FOOT = 28  # pixels: as high as the foot of the list, so that both tables end on one line


class ScoreSheet(QWidget):
    """Type a number and Enter goes down; a, x and - need no Enter."""

    remove_wanted = Signal()

    def __init__(self, model: ScoresModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_scores`."""
        super().__init__(parent)
        self._model = model
        self._assessment_id: int | None = None
        self.title = EditField(
            "Title", wrong=lambda text: "" if text else "An assessment needs a title.", parent=self
        )
        self.day = EditField("Taken on", wrong=model.wrong_date, hint="no day", parent=self)
        self.standards = EditField(
            "Standards", wrong=model.wrong_standards, hint="no standard yet", parent=self
        )
        self.remove = button("Remove", on_click=self.remove_wanted.emit, parent=self)
        self.remove.setAccessibleName("Remove this assessment")
        self.about = plain_label(role="small", parent=self)
        self.grid = RowView(
            RowTable(self._columns(), model.lines_of, self),
            theme=theme,
            says="Scores",
            types_into_cells=True,
            parent=self,
        )
        self.keys = plain_label(
            "Type the points, Enter goes down. a absent, x excused, - not handed in.",
            role="meta",
            wrap=True,
            parent=self,
        )
        self.keys.setMinimumHeight(_FOOT)
        self._lay_out()
        self.title.kept.connect(self._rename)
        self.day.kept.connect(self._set_date)
        self.standards.kept.connect(self._set_standards)
        self.grid.sort_wanted.connect(model.sort_grid_by)

    def show_scores(self) -> None:
        """The chosen assessment as the view model holds it; nothing when there is none."""
        row = self._model.chosen
        self.setVisible(row is not None)
        if row is None:
            return
        is_other = row.id != self._assessment_id
        self.standards.offer_parts(offers_of(self._model.standards))
        said = (row.title, day_words(row.taken_on), ", ".join(row.standards))
        for field, text in zip((self.title, self.day, self.standards), said, strict=True):
            if is_other:
                field.forget()
            field.show_text(text)
        scored = f"{row.scored} of {self._model.students} scored"
        self.about.setText(f"{_points(row.points_possible)} · {scored}")
        self._show_lines(is_other=is_other)
        self._assessment_id = row.id

    def begin(self) -> None:
        """Stand on the first score, ready to type."""
        self.grid.setCurrentIndex(self.grid.table.index(0, SCORE))
        self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_lines(self, *, is_other: bool) -> None:
        model, grid = self._model, self.grid
        grid.heads.say_sorted(model.grid_by, is_down=model.grid_down)
        stood = grid.current_id()
        grid.table.show_ids(model.line_ids)
        if is_other or not grid.choose(stood, SCORE):
            grid.setCurrentIndex(grid.table.index(0, SCORE))

    def _columns(self) -> list[Column[ScoreLine]]:
        return [
            Column("Student", lambda line: line.name, sort="name", is_strong=True),
            Column(
                "Score",
                lambda line: "" if line.typed in STATUS_KEYS else line.typed,
                sort="score",
                width=84,
                is_number=True,
                edit=self._model.enter,
                edit_text=lambda line: line.typed,
                wrong=lambda line, typed: wrong_score(typed, line.possible),
                at_once="".join(STATUS_KEYS),
            ),
            Column("Result", lambda line: line.words, width=148, mark=lambda line: line.level),
        ]

    def _rename(self, title: str) -> None:
        if self._assessment_id is not None:
            self._model.rename(self._assessment_id, title)

    def _set_date(self, text: str) -> None:
        if self._assessment_id is not None:
            self._model.set_date(self._assessment_id, text)

    def _set_standards(self, text: str) -> None:
        if self._assessment_id is not None:
            self._model.set_standards(self._assessment_id, text)

    def _lay_out(self) -> None:
        self.day.setMinimumWidth(112)
        top = Qt.AlignmentFlag.AlignTop
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addWidget(self.about, 0, Qt.AlignmentFlag.AlignRight)
        beside.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight)
        head = QGridLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 0, 0, top)
        head.addWidget(self.day, 0, 1, top)
        head.addWidget(self.standards, 1, 0, top)
        head.addLayout(beside, 1, 1, top)
        head.setColumnStretch(0, 3)
        head.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addWidget(self.keys)


def _points(possible: float | None) -> str:
    if not possible:
        return "points not said"
    return "1 point" if possible == 1 else f"{number_words(possible)} points"
