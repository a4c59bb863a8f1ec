"""“Is this really your class?”: said before a file fills a class with strangers."""

from functools import partial

from PySide6.QtWidgets import QFrame

from plplanner.importing.another_class import found_in, is_probably_another, name_for_another
from plplanner.importing.rows import ClassImport
from plplanner.ui.kit.buttons import button
from plplanner.ui.screens.importing.cards import card
from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from plplanner.ui.screens.importing.wording import count_of


def another_class_cards(drawer: ImportDrawer) -> list[QFrame]:
    """One card for a class that would be filled with other people, with the way out."""
    classes = drawer.preview.classes if drawer.preview else ()
    return [
        _card(drawer, part)
        for part in classes
        if part.name == drawer.class_name and is_probably_another(part, _members(drawer, part))
    ]


def _card(drawer: ImportDrawer, part: ClassImport) -> QFrame:
    found = found_in(part, _members(drawer, part))
    here = f"only {found} {'is' if found == 1 else 'are'}" if found else "nobody is"
    says = f"Of {count_of(len(part.students), 'student')} in this file, {here} in that class."
    name = name_for_another(
        section=part.section, file_name=drawer.file_name, taken=drawer.class_names
    )
    make = button(f"New class “{name}”", on_click=partial(drawer.say_class, name), size="small")
    title = f"Is this really “{part.name}”?"
    return card("warn", title, says, theme=drawer.stage.theme, acts=[make])


def _members(drawer: ImportDrawer, part: ClassImport) -> tuple[int, ...]:
    return drawer.members.get(part.class_id, ()) if part.class_id is not None else ()
