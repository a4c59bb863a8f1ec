"""The list of one pile: arrows within it and between piles, M, L, drag and drop."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from plplanner.grouping.rows import StudentOnPile
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.grouping.pile_delegate import PileDelegate, absent_sign
from plplanner.ui.screens.grouping.pile_table import STUDENT_ROLE, PileTable, student_in

_LETTERS = (Qt.Key.Key_M, Qt.Key.Key_L, Qt.Key.Key_A, Qt.Key.Key_W, Qt.Key.Key_T)


class PileList(QListView):
    """Students of one group. What the teacher does here is told by signals, never done here."""

    chosen = Signal(int)  # student
    dropped = Signal(int)  # student
    step_wanted = Signal(int)  # -1 to the pile on the left, 1 to the right
    move_wanted = Signal(int)  # student
    lock_wanted = Signal(int)  # student
    why_wanted = Signal(int)  # student
    absent_wanted = Signal(int)  # student
    table_wanted = Signal(int)  # student
    held_over = Signal(int)  # student
    target_changed = Signal(bool)  # a student is held over this pile

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Shows nothing until its table is given students."""
        super().__init__(parent)
        self.is_read_only = False
        self.table = PileTable(self)
        self.setModel(self.table)
        self._delegate = PileDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setStyleSheet("QListView { border: 0; border-radius: 0; background: transparent; }")

    def current_student(self) -> StudentOnPile | None:
        """The student the keyboard is on."""
        found = self.currentIndex().data(STUDENT_ROLE) if self.currentIndex().isValid() else None
        return found if isinstance(found, StudentOnPile) else None

    def choose(self, row: int) -> None:
        """Put the keyboard on a row, as near as there is one."""
        last = len(self.table.students) - 1
        if last >= 0:
            self.setCurrentIndex(self.table.index(max(0, min(row, last)), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and right go to the next pile, letters act; the rest is the list's own."""
        key, one = event.key(), self.current_student()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.step_wanted.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif plain and key in _LETTERS and one is not None:
            if not self.is_read_only:
                self._tell(key, one.student_id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The small sign on a student marks her absent, or here again."""
        at = event.position().toPoint()
        one = self.indexAt(at).data(STUDENT_ROLE)
        is_sign = absent_sign(self.visualRect(self.indexAt(at))).contains(at)
        if isinstance(one, StudentOnPile) and is_sign and not self.is_read_only:
            self.setCurrentIndex(self.indexAt(at))
            self.absent_wanted.emit(one.student_id)
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard always stands on someone."""
        super().focusInEvent(event)
        if not self.selectionModel().isSelected(self.currentIndex()):
            self.choose(self.currentIndex().row())  # Qt makes a row current without choosing it
        self._tell_chosen()

    def currentChanged(  # noqa: N802 - Qt's name
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell who is chosen, when it was the teacher who chose."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._tell_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A lower list still shows who is chosen."""
        super().resizeEvent(event)
        self._fit()
        if self.currentIndex().isValid() and self.hasFocus():
            self.scrollTo(self.currentIndex())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """A student of another pile may be dropped here."""
        if self._takes(event):
            event.acceptProposedAction()
            self.held_over.emit(student_in(event.mimeData()) or 0)
            self.target_changed.emit(True)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Anywhere on the pile."""
        if self._takes(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """The student goes elsewhere."""
        super().dragLeaveEvent(event)
        self.target_changed.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Tell who was dropped; the rows come back from the view model."""
        self.target_changed.emit(False)
        student_id = student_in(event.mimeData())
        if student_id is not None:
            # Copy: the list the student came from must not remove rows by itself.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(student_id)

    def be_read_only(self, is_read_only: bool) -> None:
        """Groups of an earlier day are looked at, not changed."""
        self.is_read_only = self._delegate.is_read_only = is_read_only
        self.setDragEnabled(not is_read_only)
        self.setAcceptDrops(not is_read_only)

    @property
    def row_height(self) -> int:
        """How high each student stands."""
        return self._delegate.row_height

    def be_tall(self, row_height: int) -> None:
        """Students in two lines, or in one where there is little room."""
        if row_height != self._delegate.row_height:
            self._delegate.row_height = row_height
            self._fit()
            self.scheduleDelayedItemsLayout()

    def show_students(self, students: Sequence[StudentOnPile]) -> None:
        """Other students, or the same ones changed."""
        self.table.show_students(students)
        self._fit()

    def fits_words(self, width: int) -> bool:
        """Whether pills could have words in a list of this width."""
        self._delegate.may_have_words = True
        return self._delegate.fit(self.table.students, width)

    def have_words(self, has_words: bool) -> None:
        """Words on the pills, or signs as on the piles beside it."""
        self._delegate.may_have_words = has_words
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        self._delegate.fit(self.table.students, self.viewport().width())

    def show_evidence(self, is_shown: bool) -> None:
        """Before the first score of a class there is nothing to say of anyone."""
        self._delegate.has_scores = is_shown

    def place_of_current(self) -> QPoint:
        """Under the current student, on the whole screen; for popovers."""
        rect = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(rect.bottomLeft())

    def _tell(self, key: int, student_id: int) -> None:
        told = {
            Qt.Key.Key_M: self.move_wanted,
            Qt.Key.Key_L: self.lock_wanted,
            Qt.Key.Key_A: self.absent_wanted,
            Qt.Key.Key_W: self.why_wanted,
            Qt.Key.Key_T: self.table_wanted,
        }
        told[Qt.Key(key)].emit(student_id)

    def _takes(self, event: QDropEvent) -> bool:
        student_id = student_in(event.mimeData())
        return student_id is not None and self.table.row_of(student_id) < 0

    def _tell_chosen(self) -> None:
        one = self.current_student()
        if one is not None:
            self.chosen.emit(one.student_id)
