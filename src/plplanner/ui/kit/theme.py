"""Puts the look on the application: fonts, palette and style sheet, switching live."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from plplanner.assets import asset
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.style_sheet import style_sheet
from plplanner.ui.kit.tokens import Mode, Palette, palette_of

FAMILY = "Atkinson Hyperlegible Next"
BODY_PIXELS = 14
# The last is Droid Sans Fallback under a name of its own: where a system has another font of that
# name, without Korean, Qt would draw with that one.
_FALLBACKS = ("Noto Sans", "Noto Naskh Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari",
              "Plplanner Fallback")  # fmt: skip

_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "sheet",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "sheet",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "tint",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "sheet",
    QPalette.ColorRole.ToolTipText: "ink",
}


class Theme(QObject):
    """The look in use. Widgets that paint themselves read `palette` and listen to `changed`."""

    changed = Signal()

    def __init__(self, application: QApplication, mode: Mode | None = None) -> None:
        """Load the fonts and put on `mode`; None follows the system."""
        super().__init__(application)
        self._application = application
        self._pictures = QTemporaryDir()
        self._follows_system = mode is None
        _load_fonts()
        application.setStyle("Fusion")
        application.setFont(body_font())
        self.palette: Palette = palette_of(mode or _mode_of_system())
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def mode(self) -> Mode:
        """Light or dark, as it is now."""
        return self.palette.mode

    @property
    def chosen(self) -> Mode | None:
        """The mode the teacher chose; None while the look follows the system."""
        return None if self._follows_system else self.mode

    def choose(self, mode: Mode | None) -> None:
        """Switch live to a mode; None follows the system again."""
        self._follows_system = mode is None
        self._switch(mode or _mode_of_system())

    def _system_changed(self) -> None:
        if self._follows_system:
            self._switch(_mode_of_system())

    def _switch(self, mode: Mode) -> None:
        if mode is not self.palette.mode:
            self.palette = palette_of(mode)
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        colours = QPalette()
        for role, name in _ROLES.items():
            colours.setColor(role, QColor(self.palette[name]))
        disabled = QPalette.ColorGroup.Disabled
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            colours.setColor(disabled, role, QColor(self.palette["ink3"]))
        self._application.setPalette(colours)
        self._application.setStyleSheet(
            style_sheet(
                self.palette,
                down_arrow=self._picture("down", "ink2", 16),
                tick=self._picture("check", "onaccent", 14),
            )
        )

    def _picture(self, name: str, token: str, size: int) -> str:
        # A style sheet takes pictures from files only.
        path = Path(self._pictures.path()) / f"{name}-{self.palette.mode}.png"
        if not path.exists():
            icon_picture(name, self.palette[token], size, 2.0).save(str(path))
        return path.as_posix()


def body_font(pixels: int = BODY_PIXELS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Our typeface with digits of one width, so that columns of numbers stand still."""
    font = QFont(FAMILY)
    font.setFamilies([FAMILY, *_FALLBACKS])
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def _load_fonts() -> None:
    # Once: Qt keeps a second copy of every font that it is given again.
    for path in sorted(asset("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def _mode_of_system() -> Mode:
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Mode.DARK if dark else Mode.LIGHT
