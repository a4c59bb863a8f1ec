"""Templates of days: use one, name it, say on which weekday it is used, save this day as one."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from plplanner.records import record
from plplanner.rotation.templates.commands import (
    remove_template,
    rename_template,
    save_template,
    set_template_weekday,
)
from plplanner.rotation.templates.day_shape import shape_of
from plplanner.rotation.templates.queries import templates_of_class
from plplanner.rotation.templates.rows import DayTemplateRow
from plplanner.terms import Weekday
from plplanner.ui.kit.buttons import button, icon_button
from plplanner.ui.kit.labels import literal_tip, plain_label
from plplanner.ui.kit.panel_column import panel_column
from plplanner.ui.kit.popover import show_at
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.rotation.offered_day import Offer
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel

_WIDTH = 520
_WHEN_CHOSEN = "When I choose it"


@record(frozen=True)
class DayTemplates:
    """What can be done with the templates of the class on the rail."""

    model: TomorrowModel
    lesson: PlannedLesson

    def known(self) -> list[DayTemplateRow]:
        """All of them, by name."""
        return self.model.stage.desk.ask(templates_of_class, class_id=self.lesson.plan.class_id)

    def use(self, template: DayTemplateRow) -> None:
        """Look at the day in the shape of a template; it is kept by the banner above the plan."""
        self.model.look_at(Offer(template))

    def rename(self, template: DayTemplateRow, name: str) -> DayTemplateRow:
        """Give it another name; answers it as it is called then."""
        words = " ".join(name.split())
        if words and words != template.name:
            self.model.stage.desk.do(rename_template, template_id=template.id, name=words)
        return next((one for one in self.known() if one.id == template.id), template)

    def use_on(self, template: DayTemplateRow, weekday: Weekday | None) -> None:
        """Draft a weekday from it from now on, or no day by itself any more."""
        if weekday is template.weekday:
            return
        when = f"on {_plural(weekday)}" if weekday is not None else "only when chosen"
        self.model.stage.desk.do(
            set_template_weekday,
            template_id=template.id, weekday=weekday, says=f"Use “{template.name}” {when}",
        )  # fmt: skip

    def remove(self, template: DayTemplateRow) -> None:
        """Remove it; plans made from it stay."""
        stage = self.model.stage
        stage.desk.do(remove_template, template_id=template.id, name=template.name)
        stage.wishes.say.emit(f"Removed the template “{template.name}”.")

    def save(self, name: str, weekday: Weekday | None) -> bool:
        """Keep this day under a name; False when it could not be."""
        stage, plan = self.model.stage, self.lesson.plan
        playlists = self.lesson.playlists.values()
        words = {item.title for one in playlists for item in one.items}
        kept = stage.desk.do(
            save_template,
            class_id=plan.class_id,
            name=name,
            shape=shape_of(plan, words | {one.title for one in playlists}),
            weekday=weekday,
        )
        if kept is not None:
            used = f" {_plural(weekday)} are drafted from it." if weekday is not None else ""
            stage.wishes.say.emit(f"Saved this day as “{' '.join(name.split())}”.{used}")
        return kept is not None


class TemplateLine(QWidget):
    """One template: its name to change, its weekday to choose, to use and to remove."""

    used = Signal()

    def __init__(
        self,
        template: DayTemplateRow,
        templates: DayTemplates,
        theme: Theme,
        *,
        on_change: Callable[[], object],
        parent: QWidget,
    ) -> None:
        """`on_change` is called when the list is not as it was."""
        super().__init__(parent)
        self._template, self._templates, self._on_change = template, templates, on_change
        self.name = QLineEdit(self)
        self.name.editingFinished.connect(self._rename)
        self.when = _weekdays(template.weekday, self)
        self.when.setCurrentIndex(self.when.findData(template.weekday))
        self.when.activated.connect(self._use_on)
        self.use = button("Use", size="small", on_click=self._use, parent=self)
        self.remove = icon_button(
            "trash", "Remove", theme=theme, size="small", on_click=self._remove,
            parent=self,
        )  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        for part in (self.when, self.use, self.remove):
            row.addWidget(part)
        self._show_name()

    def _show_name(self) -> None:
        named = self._template.name
        self.name.setText(named)
        self.name.setCursorPosition(0)
        self.name.setAccessibleName(f"Name of “{named}”")
        self.when.setAccessibleName(f"Days drafted from “{named}”")
        self.use.setAccessibleName(f"Use “{named}” for this day")
        self.remove.setAccessibleName(f"Remove “{named}”")
        self.remove.setToolTip(literal_tip(f"Remove “{named}”"))

    def _use(self) -> None:
        self.used.emit()
        self._templates.use(self._template)

    def _rename(self) -> None:
        # The line stays as it is: a click that took the field its focus still finds its button.
        if self.name.isModified():
            self._template = self._templates.rename(self._template, self.name.text())
            self._show_name()

    def _use_on(self) -> None:
        self._templates.use_on(self._template, self.when.currentData())
        self._on_change()

    def _remove(self) -> None:
        self._templates.remove(self._template)
        self._on_change()


class TemplatesPanel(QFrame):
    """A line per template, and the name for this day below. Escape leaves."""

    def __init__(self, templates: DayTemplates, *, theme: Theme, parent: QWidget) -> None:
        """Everything it does goes through `templates`."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Templates")
        self.setFixedWidth(_WIDTH)
        self._templates, self._theme = templates, theme
        self.lines: list[TemplateLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        day = Weekday(templates.lesson.plan.day.weekday())
        self.name = QLineEdit(self)
        self.name.setAccessibleName("Name for this day")
        self.name.setPlaceholderText(f"For example “{day.name.capitalize()} rotation”")
        self.name.returnPressed.connect(self._save)
        self.when = _weekdays(day, self)
        self.when.setAccessibleName("Days drafted from it")
        self.save = button("Save", kind="primary", on_click=self._save, parent=self)
        self.save.setAccessibleName("Save this day as a template")
        self._lay_out()
        self._show_lines()

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it, its right edge under that one’s."""
        self.adjustSize()
        show_at(self, anchor.mapToGlobal(QPoint(anchor.width() - _WIDTH, anchor.height() + 4)))
        first = self.lines[0].use if self.lines else self.name
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_lines(self) -> None:
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [
            TemplateLine(row, self._templates, self._theme, on_change=self._changed, parent=self)
            for row in self._templates.known()
        ]
        for line in self.lines:
            line.used.connect(self.close)
            self._list.addWidget(line)
        self._none.setVisible(not self.lines)
        self.adjustSize()

    def _changed(self) -> None:
        self._show_lines()
        first = self.lines[0].use if self.lines else self.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self._templates.save(self.name.text(), self.when.currentData()):
            self.close()

    def _lay_out(self) -> None:
        about = (
            "The rounds, the stations, and tasks that all groups share at one. "
            "Who is where, and each group’s own tasks, are planned anew each day."
        )
        column = panel_column(self, "Templates", about)
        self._none = plain_label("You have saved no day as a template yet.", parent=self)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addSpacing(8)
        column.addWidget(plain_label("Save this day", role="section", parent=self))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.when)
        row.addWidget(self.save)
        column.addLayout(row)


def open_templates(
    model: TomorrowModel, lesson: PlannedLesson, parent: QWidget, anchor: QWidget
) -> None:
    """Open the panel for the day that is shown."""
    panel = TemplatesPanel(DayTemplates(model, lesson), theme=model.stage.theme, parent=parent)
    panel.open_below(anchor)


def _weekdays(offered: Weekday | None, parent: QWidget) -> QComboBox:
    """When it is used: when chosen, or on a school day of the week (or the one `offered`)."""
    made = QComboBox(parent)
    made.addItem(_WHEN_CHOSEN, None)
    for day in Weekday:
        if day <= Weekday.FRIDAY or day is offered:
            made.addItem(f"On {_plural(day)}", day)
    return made


def _plural(day: Weekday) -> str:
    return f"{day.name.capitalize()}s"
