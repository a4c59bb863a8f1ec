"""One look at the window in a process of its own: `python -m benchmarks.window_probe WHAT PLANNER`.

Prints one number. What: `bare` and `first_paint` end at the first paint (the process is timed
from outside); `tomorrow` ends when the plan is on screen; `click_to_row`, `preview`, `stall`,
`thinking`, `memory` and `idle` print what they measured themselves.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path


def bare() -> None:
    """The least a Qt window costs here."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            os._exit(0)

    application = QApplication([])
    window = Bare()
    window.resize(1366, 740)
    window.setCentralWidget(QLabel("plplanner"))
    window.show()
    application.exec()


def started(planner: Path, prepare: Callable[[], None]) -> None:
    """Start as the product starts; `prepare` runs just before the window's modules are loaded.

    What it loads is loaded as the product does it: loaded earlier, everything took longer.
    """
    from plplanner import app

    plainly = app.import_plainly

    def plainly_and_prepare() -> None:
        plainly()
        prepare()

    app.import_plainly = plainly_and_prepare
    app.start_window(planner)


def in_the_window(planner: Path, then: Callable[[object], None]) -> None:
    """Start as the product starts; `then` is called with the window once it is furnished."""

    def prepare() -> None:
        from plplanner.ui.shell.window import Window

        furnish = Window.furnish

        def furnished(self: Window, *arguments: object, **keywords: object) -> None:
            furnish(self, *arguments, **keywords)  # type: ignore[arg-type]
            from PySide6.QtCore import QTimer

            QTimer.singleShot(0, self, lambda: then(self))

        Window.furnish = furnished  # type: ignore[method-assign]

    started(planner, prepare)


def first_paint(planner: Path) -> None:
    """Until the frame with the real rail and the class name is painted."""

    def prepare() -> None:
        from PySide6.QtGui import QPaintEvent
        from PySide6.QtWidgets import QPushButton

        from plplanner.ui.shell.rail import ClassButton

        def painted(self: ClassButton, event: QPaintEvent) -> None:
            QPushButton.paintEvent(self, event)
            os._exit(0 if self.name.text().startswith("Math") else 1)

        ClassButton.paintEvent = painted  # type: ignore[method-assign, assignment]

    started(planner, prepare)


def tomorrow(planner: Path) -> None:
    """Until the plan for tomorrow is painted in its grid, for the first time."""

    def prepare() -> None:
        from plplanner.ui.shell.window import Window

        furnish = Window.furnish

        def furnished(self: Window, *arguments: object, **keywords: object) -> None:
            _end_with_the_plan()
            furnish(self, *arguments, **keywords)  # type: ignore[arg-type]

        Window.furnish = furnished  # type: ignore[method-assign]

    started(planner, prepare)


def _end_with_the_plan() -> None:
    """From here on the process ends as soon as a plan was painted."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QTableView

    from plplanner.ui.kit.plan_grid import PlanGrid

    def painted(self: PlanGrid, event: QPaintEvent) -> None:
        QTableView.paintEvent(self, event)
        if self.model().rowCount() >= 4:
            os._exit(0)

    PlanGrid.paintEvent = painted  # type: ignore[method-assign, assignment]


def click_to_row(planner: Path) -> None:
    """Seconds from a command to the painted row, median of 15."""
    import statistics

    painted = _words_painted()

    def look(window: object) -> None:
        from PySide6.QtWidgets import QApplication

        from plplanner.roster.commands import rename_student
        from plplanner.roster.queries import students_of_class
        from plplanner.ui.shell.window import Window

        assert isinstance(window, Window)
        window.open_room("students")
        QApplication.processEvents()
        desk, class_id = window.stage.desk, window.stage.choice.class_id or 0
        student = desk.ask(students_of_class, class_id=class_id)[0]
        samples = []
        for place in range(15):
            painted.clear()
            began = time.perf_counter()
            desk.do(rename_student, student_id=student.id, last=f"Aaa{place}", first="Ann")
            while f"Aaa{place}" not in painted:
                QApplication.processEvents()
            samples.append(time.perf_counter() - began)
            settle(seconds=0.1)
        print(statistics.median(samples), flush=True)
        os._exit(0)

    in_the_window(planner, look)


def _words_painted() -> set[str]:
    """Fills with the words of every cell as its painting ends."""
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from plplanner.ui.kit.row_delegate import RowDelegate

    words: set[str] = set()
    paint = RowDelegate.paint

    def and_note(
        self: RowDelegate, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        paint(self, painter, option, index)
        words.add(str(index.data()))

    RowDelegate.paint = and_note  # type: ignore[method-assign, assignment]
    return words


def settle(*, seconds: float) -> None:
    """Let everything that waits for a quiet moment happen."""
    from PySide6.QtWidgets import QApplication

    ends = time.perf_counter() + seconds
    while time.perf_counter() < ends:
        QApplication.processEvents()


def preview(planner: Path) -> None:
    """Seconds from the drop of a gradebook of 30 × 300 to its preview, painted."""

    def look(window: object) -> None:
        from PySide6.QtWidgets import QApplication

        from plplanner.ui.shell.window import Window

        assert isinstance(window, Window)
        file = _wide_file(planner)
        settle(seconds=2)
        began = time.perf_counter()
        window.import_files([file])
        while not _previewed(window):
            QApplication.processEvents()
        screen = window.screen_of("import")
        screen.repaint()
        print(time.perf_counter() - began, flush=True)
        os._exit(0)

    in_the_window(planner, look)


def _wide_file(planner: Path) -> Path:
    """A gradebook on the disk, as a teacher has one."""
    from benchmarks.gradebook_file import canvas_export

    file = planner.with_name("wide.csv")
    file.write_bytes(canvas_export(students=30, assessments=300))
    return file


def _previewed(window: object) -> bool:
    """Whether the cells of a file are in the table on the screen."""
    from plplanner.ui.screens.importing.view import ImportScreen
    from plplanner.ui.shell.window import Window

    assert isinstance(window, Window)
    screen = window.screen_of("import")
    assert isinstance(screen, ImportScreen)
    if screen.drawer.problem is not None:  # else it would be waited for without end
        print(screen.drawer.problem, file=sys.stderr)
        os._exit(1)
    return screen.drawer.preview is not None and screen.table.isVisible()


def stall(planner: Path) -> None:
    """The longest gap in seconds between two turns of the event loop, while a gradebook is dropped
    and previewed and groups are formed in the background, four times each."""

    def look(window: object) -> None:
        from PySide6.QtCore import QTimer

        from plplanner.grouping.form_groups import form_groups
        from plplanner.grouping.queries import basis_on_assessment, students_to_group
        from plplanner.grouping.rows import GroupingProblem
        from plplanner.ui.shell.window import Window

        assert isinstance(window, Window)
        stage, file = window.stage, _wide_file(planner)
        basis = stage.desk.ask(basis_on_assessment, class_id=1)
        students = stage.desk.ask(
            students_to_group, class_id=1, basis=basis, on=stage.clock().date()
        )
        problem = GroupingProblem(students=students, smallest=5, largest=8, groups=4)
        gaps, last, left, is_reading = [0.0], [0.0], [4], [False]

        def tick() -> None:
            now = time.perf_counter()
            if last[0]:
                gaps.append(now - last[0])
            last[0] = now
            if is_reading[0] and _previewed(window):
                is_reading[0] = False
                stage.jobs.think(lambda: form_groups(problem), then=again)

        def again(_answer: object) -> None:
            left[0] -= 1
            if left[0]:
                drop()
                return
            print(max(gaps), flush=True)
            os._exit(0)

        def begin() -> None:
            last[0] = 0.0
            drop()

        def drop() -> None:
            is_reading[0] = True
            window.import_files([file])

        timer = QTimer(window)
        timer.timeout.connect(tick)
        timer.start(0)
        QTimer.singleShot(2000, window, begin)

    in_the_window(planner, look)


def thinking(planner: Path) -> None:
    """The longest gap in seconds between two turns of the event loop, while 28 students are grouped
    in every way and each answer is proven as far as its work goes, in the background."""

    def look(window: object) -> None:
        from PySide6.QtCore import QTimer

        from benchmarks.ways_to_group import class_problem
        from plplanner.grouping.form_groups import PROOF_WORK, form_groups
        from plplanner.terms import GroupingStrategy
        from plplanner.ui.shell.window import Window

        assert isinstance(window, Window)
        ways, gaps, last = list(GroupingStrategy), [0.0], [0.0]

        def tick() -> None:
            now = time.perf_counter()
            if last[0]:
                gaps.append(now - last[0])
            last[0] = now

        def go_on(_answer: object = None) -> None:
            if not ways:
                print(max(gaps), flush=True)
                os._exit(0)
            problem = class_problem(ways.pop())
            window.stage.jobs.think(lambda: form_groups(problem, work=PROOF_WORK), then=go_on)

        def begin() -> None:
            timer.start(0)
            go_on()

        timer = QTimer(window)
        timer.timeout.connect(tick)
        QTimer.singleShot(2000, window, begin)

    in_the_window(planner, look)


def memory(planner: Path) -> None:
    """MiB in use with every room visited."""

    def look(window: object) -> None:
        from PySide6.QtTest import QTest

        from plplanner.ui.shell.acts import ROOMS
        from plplanner.ui.shell.window import Window

        assert isinstance(window, Window)
        for room in [*(room.key for room in ROOMS), "settings"]:
            window.open_room(room)
            window.stage.jobs.wait()
            QTest.qWait(150)
        status = Path("/proc/self/status").read_text()
        resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        print(int(resident.split()[1]) / 1024, flush=True)
        os._exit(0)

    in_the_window(planner, look)


def idle(planner: Path) -> None:
    """The share of one processor used over five quiet seconds on the plan."""

    def look(_window: object) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        def quiet(milliseconds: int) -> None:
            # Not qWait: it wakes a hundred times a second itself, and would be what is measured.
            loop = QEventLoop()
            QTimer.singleShot(milliseconds, loop.quit)
            loop.exec()

        quiet(1500)
        before = time.process_time()
        quiet(5000)
        print((time.process_time() - before) / 5, flush=True)
        os._exit(0)

    in_the_window(planner, look)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    what, *where = sys.argv[1:]
    globals()[what](*(Path(place) for place in where))
