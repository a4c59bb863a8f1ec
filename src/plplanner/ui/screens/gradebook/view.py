"""Scores: the assessments of the class, and a grid to type the scores of one of them into."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from plplanner.gradebook.mastery import number_words
from plplanner.gradebook.rows import AssessmentRow
from plplanner.ui.kit.add_line import AddLine
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.eliding_combo import ElidingCombo
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.list_pane import ListPane
from plplanner.ui.kit.row_table import Column, RowTable
from plplanner.ui.screen import Screen
from plplanner.ui.screens.gradebook.score_sheet import ScoreSheet
from plplanner.ui.screens.gradebook.viewmodel import KIND_WORDS, ScoresModel, day_words
from plplanner.ui.stage import Stage

_USUAL_POINTS = "5"


class ScoresScreen(Screen):
    """A list that filters by typing beside the scores of the assessment one stands on."""

    title = "Scores"

    def __init__(self, stage: Stage) -> None:
        """Asked when it comes up."""
        self.model = ScoresModel(stage)
        super().__init__(stage, self.model)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.new_title, self.points = QLineEdit(), QLineEdit(_USUAL_POINTS)
        self.points.setProperty("stays", True)
        self.points.setFixedWidth(64)
        self.standard = ElidingCombo()
        self.pane = ListPane(
            RowTable(self._columns(), self.model.page_of, self),
            theme=stage.theme,
            says="assessments",
            hint="Title, kind or standard",
        )
        self.adding = AddLine(
            "Add an exit ticket",
            [("Title", self.new_title), ("Points", self.points), ("Standard", self.standard)],
            theme=stage.theme,
            on_add=self._add,
        )
        self.sheet = ScoreSheet(self.model, stage.theme)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    @property
    def subtitle(self) -> str:
        """How many students and assessments."""
        counts = f"{self.model.students} students, {len(self.model.rows)} assessments"
        return counts if self.model.rows else ""

    def first_focus(self) -> QWidget:
        """The list."""
        return self.pane.view

    def show_rows(self) -> None:
        """The list and the scores as the view model holds them."""
        model = self.model
        self._stack.setCurrentIndex(0 if model.rows else 1)
        self._offer_standards()
        self.pane.say_sorted(model.sorted_by, is_down=model.is_down)
        self.pane.show_ids(model.ids, of_all=len(model.rows))
        self.sheet.show_scores()
        self.heading_changed.emit()

    # -- inside ---------------------------------------------------------------------------

    def _columns(self) -> list[Column[AssessmentRow]]:
        model = self.model
        return [
            Column(
                "Title",
                lambda row: row.title,
                sort="title",
                is_strong=True,
                edit=lambda row, typed: model.rename(row.id, typed),
                wrong=lambda _row, typed: "" if typed else "An assessment needs a title.",
            ),
            Column(
                "Taken on",
                lambda row: day_words(row.taken_on),
                sort="date",
                width=108,
                edit=lambda row, typed: model.set_date(row.id, typed),
                wrong=lambda _row, typed: model.wrong_date(typed),
            ),
            Column("Kind", lambda row: KIND_WORDS[row.kind], sort="kind", width=108, rank=3),
            Column(
                "Standards",
                lambda row: ", ".join(row.standards),
                sort="standards",
                width=100,
                rank=2,
            ),
            Column(
                "Points",
                lambda row: number_words(row.points_possible) if row.points_possible else "",
                sort="points",
                width=72,
                is_number=True,
                rank=1,
            ),
            Column(
                "Scored",
                lambda row: f"{row.scored} of {model.students}",
                sort="scored",
                width=88,
                is_number=True,
            ),
        ]

    def _offer_standards(self) -> None:
        known = [("No standard", None), *((row.code, row.id) for row in self.model.standards)]
        shown = [self.standard.itemText(n) for n in range(self.standard.count())]
        if shown != [code for code, _ in known]:
            self.standard.clear()
            for code, standard_id in known:
                self.standard.addItem(code, standard_id)

    def _add(self) -> bool:
        added = self.model.add(
            title=self.new_title.text(),
            points=self.points.text(),
            standard_id=self.standard.currentData(),
        )
        if added is None:
            return False
        self.pane.clear_filter()
        self.pane.choose(added)
        self.adding.hide()
        self.sheet.begin()
        return True

    def _choose(self, assessment_id: int | None) -> None:
        self.model.choose(assessment_id)
        self.sheet.show_scores()

    def _remove(self) -> None:
        if self.model.chosen is not None:
            self.model.remove(self.model.chosen.id)

    def _lay_out(self) -> None:
        whole = QWidget()
        head = self.pane.head
        head.addWidget(button("Import a file", on_click=self.stage.wishes.choose_file.emit))
        head.addWidget(button("Add an exit ticket", on_click=self.adding.open))
        self.pane.column.insertWidget(1, self.adding)
        row = QHBoxLayout(whole)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addWidget(self.pane, 6)
        row.addWidget(self.sheet, 5)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty())
        self.body.addWidget(self._stack)

    def _connect(self) -> None:
        pane = self.pane
        pane.filtered.connect(self.model.filter_by)
        pane.sort_wanted.connect(self.model.sort_by)
        pane.row_chosen.connect(self._choose)
        pane.view.removed.connect(self.model.remove)
        self.sheet.remove_wanted.connect(self._remove)

    def _add_first(self) -> None:
        self._stack.setCurrentIndex(0)
        self.adding.open()

    def _empty(self) -> EmptyState:
        return EmptyState(
            theme=self.stage.theme,
            icon_name="scores",
            title="No assessments yet",
            reason="Groups rest on what a check shows. A gradebook brings checks with scores.",
            acts=[
                ("Import a file", self.stage.wishes.choose_file.emit),
                ("Add an exit ticket", self._add_first),
                ("Try the sample class", self.model.add_sample),
            ],
        )
