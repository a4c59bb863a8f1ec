"""One pile as a Qt item model: a row per student, what it shows and how it is dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as Persistent

from plplanner.grouping.rows import StudentOnPile
from plplanner.terms import LEVEL_WORDS
from plplanner.ui.kit.labels import literal_tip

STUDENT_ROLE = Qt.ItemDataRole.UserRole + 1
STUDENT_MIME = "application/x-plplanner-student"
_AT_TOP = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole


class PileTable(QAbstractListModel):
    """The students of one pile."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_students`."""
        super().__init__(parent)
        self.students: tuple[StudentOnPile, ...] = ()

    def show_students(self, students: Sequence[StudentOnPile]) -> None:
        """Other students, or the same ones changed."""
        if tuple(students) != self.students:
            self.beginResetModel()
            self.students = tuple(students)
            self.endResetModel()

    def row_of(self, student_id: int) -> int:
        """Where a student stands; -1 when she is not on this pile."""
        ids = [one.student_id for one in self.students]
        return ids.index(student_id) if student_id in ids else -1

    def rowCount(self, parent: QModelIndex | Persistent = _AT_TOP) -> int:  # noqa: N802 - Qt's name
        """One row per student."""
        return 0 if parent.isValid() else len(self.students)

    def data(self, index: QModelIndex | Persistent, role: int = _DISPLAY) -> object:
        """The name, the whole reason as tooltip, and all of it for screen readers."""
        if not index.isValid() or index.row() >= len(self.students):
            return None
        one = self.students[index.row()]
        if role == _DISPLAY:
            return one.name
        if role == STUDENT_ROLE:
            return one
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal_tip(one.why)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(one)
        return None

    def flags(self, index: QModelIndex | Persistent) -> Qt.ItemFlag:
        """Every student can be chosen and dragged."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """A student by id, meaning nothing outside this window."""
        return [STUDENT_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The student being dragged."""
        dragged = QMimeData()
        for index in indexes:
            student_id = self.students[index.row()].student_id
            dragged.setData(STUDENT_MIME, QByteArray(str(student_id).encode()))
        return dragged


def student_in(dragged: QMimeData) -> int | None:
    """The student a drag carries; None for a drag of anything else."""
    if not dragged.hasFormat(STUDENT_MIME):
        return None
    return int(bytes(dragged.data(STUDENT_MIME).data()).decode())


def spoken(one: StudentOnPile) -> str:
    """A chip read aloud: name, score, level, and what is marked."""
    marks = (
        (one.is_borderline, "borderline"),
        (one.is_absent, "absent"),
        (one.moves, "moves"),
        (one.is_moved, "moved by you"),
        (one.is_locked, "locked"),
    )
    words = [one.name, one.score, LEVEL_WORDS[one.level], *(word for is_so, word in marks if is_so)]
    return ", ".join(words)
