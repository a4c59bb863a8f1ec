"""“Is this really your class?”: said before a file fills a class with strangers."""

from functools import partial

from PySide6.QtWidgets import QFrame

from plplanner.importing.another_class import found_in, is_probably_another, name_for_another
from plplanner.importing.rows import ClassImport
from plplanner.ui.screens.importing.act_button import ActButton
from plplanner.ui.screens.importing.cards import card
from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from plplanner.ui.screens.importing.wording import count_of


def another_class_cards(drawer: ImportDrawer) -> list[QFrame]:
    """A card for each class that would be filled with other people, with the way out."""
    classes = drawer.preview.classes if drawer.preview else ()
    return [
        _card(drawer, part) for part in classes if is_probably_another(part, _members(drawer, part))
    ]


def _card(drawer: ImportDrawer, part: ClassImport) -> QFrame:
    found = found_in(part, _members(drawer, part))
    here = f"only {found} {'is' if found == 1 else 'are'}" if found else "nobody is"
    several = drawer.preview is not None and len(drawer.preview.classes) > 1
    where = f"“{part.section}” of this file" if several and part.section else "this file"
    says = f"Of {count_of(len(part.students), 'student')} in {where}, {here} in that class."
    others = (one.name for one in drawer.preview.classes) if drawer.preview else ()
    name = name_for_another(
        section=part.section, file_name=drawer.file_name, taken=(*drawer.class_names, *others)
    )
    say = partial(drawer.say_class, name, part.section)
    make = ActButton("New class “{}”", say, long=name)
    title = f"Is this really “{part.name}”?"
    return card("warn", title, says, theme=drawer.stage.theme, acts=[make])


def _members(drawer: ImportDrawer, part: ClassImport) -> tuple[int, ...]:
    return drawer.members.get(part.class_id, ()) if part.class_id is not None else ()
