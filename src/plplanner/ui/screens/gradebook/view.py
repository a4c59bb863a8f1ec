"""Scores: the assessments of the class, and a grid to type the scores of one of them into."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit

from plplanner.gradebook.mastery import number_words
from plplanner.gradebook.rows import AssessmentRow
from plplanner.ui.exports import Export
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.eliding_combo import ElidingCombo
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.moments import day_words
from plplanner.ui.kit.row_table import Column
from plplanner.ui.list_screen import ListScreen, ListWords, Side
from plplanner.ui.pasting import hear_pasting
from plplanner.ui.screens.gradebook.exports import all_scores, one_assessment, one_roster
from plplanner.ui.screens.gradebook.measuring import todays_standard
from plplanner.ui.screens.gradebook.score_sheet import ScoreSheet
from plplanner.ui.screens.gradebook.viewmodel import KIND_WORDS, ScoresModel
from plplanner.ui.stage import Stage

_USUAL_POINTS = "5"
_WORDS = ListWords("assessments", "Title, kind or standard", "Add an exit ticket", of_class=True)


class ScoresScreen(ListScreen):
    """A list that filters by typing beside the scores of the assessment one stands on."""

    title = "Scores"

    def __init__(self, stage: Stage) -> None:
        """Asked when it comes up."""
        self.model = ScoresModel(stage)
        self.new_title, self.points = QLineEdit(), QLineEdit(_USUAL_POINTS)
        self.points.setProperty("stays", True)
        self.points.setFixedWidth(64)
        self.standard = ElidingCombo()
        self._of_today: int | None = None
        self._has_chosen = False  # the teacher said which standard; else it is proposed
        self.sheet = ScoreSheet(self.model, stage.theme)
        super().__init__(
            stage,
            self.model,
            words=_WORDS,
            fields=[
                ("Title", self.new_title), ("Points", self.points), ("Standard", self.standard)
            ],
            side=Side(self.sheet, (6, 5)),
        )  # fmt: skip
        importing = button("Import a file", on_click=stage.wishes.choose_file.emit)
        imports = button("Imports", on_click=lambda: stage.wishes.go_to.emit("imports"))
        self.pane.head.insertWidget(1, importing)
        self.pane.head.insertWidget(2, imports)
        hear_pasting(self, stage.wishes)
        self.sheet.remove_wanted.connect(self._remove)
        self.standard.activated.connect(self._keep_standard)
        self.new_title.textEdited.connect(self._propose)
        self.adding.installEventFilter(self)

    @property
    def subtitle(self) -> str:
        """How many students and assessments."""
        counts = f"{self.model.students} students, {len(self.model.rows)} assessments"
        return counts if self.model.rows else ""

    def show_rows(self) -> None:
        """The list as the view model holds it, and the standards one can choose."""
        self.standard.offer(
            [("No standard", None), *((o.code, o.id) for o in self.model.standards)]
        )
        super().show_rows()

    def show_chosen(self) -> None:
        """The scores of the assessment."""
        self.sheet.show_scores()

    def columns(self) -> list[Column[AssessmentRow]]:
        """Title, day, kind, standards, points, how many are scored."""
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
                out=lambda row: row.taken_on.isoformat() if row.taken_on else None,
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
                out=lambda row: row.scored,
            ),
        ]

    def add(self) -> bool:
        """Add an exit ticket of today and begin to type its scores."""
        title = self.new_title.text()
        codes = [] if self._has_chosen else self.model.codes_in(title)
        added = self.model.add(
            title=title,
            points=self.points.text(),
            standard_id=None if codes else self.standard.currentData(),
            codes=codes,
        )
        if added is None:
            return False
        self.stand_on(added)
        self.adding.hide()
        self.show_chosen()
        self.sheet.begin()
        return True

    def exports(self) -> list[Export]:
        """The list, the scores one stands on, all scores, and the class for another system.

        The scores come first while one works in them.
        """
        listed, stage = super().exports(), self.stage
        if stage.choice.class_id is None:
            return list(listed)
        of_class = [all_scores(stage), one_roster(stage)]
        if (row := self.model.chosen) is None:
            return [*listed, *of_class]
        scores = one_assessment(stage, row, self.model.line_ids, self.model.lines)
        if self.sheet.grid.hasFocus():
            return [scores, *listed, *of_class]
        return [*listed, scores, *of_class]

    def empty(self) -> EmptyState:
        """What scores are for, and how to begin."""
        return EmptyState(
            theme=self.stage.theme,
            icon_name="scores",
            title="No assessments yet",
            reason="Groups rest on what a check shows. A gradebook brings checks with scores.",
            acts=[
                ("Import a file", self.stage.wishes.choose_file.emit),
                ("Add an exit ticket", self.add_first),
                ("Try the sample class", self.model.add_sample),
            ],
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The line that adds begins with the standard of today's plan."""
        if watched is self.adding and event.type() == QEvent.Type.Show:
            self._has_chosen = False
            self._of_today = todays_standard(self.stage)
            self._propose(self.new_title.text())
        return super().eventFilter(watched, event)

    # -- inside ---------------------------------------------------------------------------

    def _keep_standard(self) -> None:
        self._has_chosen = True

    def _propose(self, title: str) -> None:
        """What the title names by its code, else the standard of today's plan."""
        if self._has_chosen:
            return
        codes = self.model.codes_in(title)
        named = [row.id for row in self.model.standards if row.code in codes[:1]]
        wanted = named[0] if named else None if codes else self._of_today
        self.standard.setCurrentIndex(max(0, self.standard.findData(wanted)))

    def _remove(self) -> None:
        if self.model.chosen is not None:
            self.model.remove(self.model.chosen.id)
