"""One file taken in from the drawer: a backup first, then everything in one step."""

from plplanner.importing.commands import save_import
from plplanner.importing.corrections import Corrections
from plplanner.importing.mapping import mapping_of
from plplanner.importing.preview import ImportPreview
from plplanner.ui.screens.importing.files_in import FileIn
from plplanner.ui.stage import Stage


def save_file(
    stage: Stage, preview: ImportPreview, file: FileIn, corrections: Corrections
) -> list[int] | None:
    """Take in what the preview shows; the ids of its classes, None when it was refused."""
    assert file.read is not None  # there is a preview of it
    stage.wishes.back_up.emit()
    return stage.desk.do(
        save_import,
        classes=preview.classes,
        file_name=file.name,
        file_hash=file.fingerprint,
        imported_at=stage.clock(),
        mapping=mapping_of(file.read, corrections),
    )
