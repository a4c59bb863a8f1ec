"""The style sheet of the window, made from the tokens. Sizes are logical pixels."""

from string import Template

from plplanner.ui.kit.tokens import Palette

# Buttons carry a property `kind`: primary, quiet, link, small, segment, chip; frames likewise.
_SHEET = Template("""
* { color: $ink; }
QWidget#canvas, QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget {
  background: $canvas; }
QWidget#rail, QWidget#statusbar { background: $rail; }
QWidget#rail { border-right: 1px solid $line; }
QWidget#statusbar { border-top: 1px solid $line; }
QWidget#topbar { background: $canvas; border-bottom: 1px solid $line; }
QWidget#side { background: $canvas; border-left: 1px solid $line; }
QToolTip { background: $sheet; color: $ink; border: 1px solid $line2; padding: 4px 8px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: 20px; font-weight: 700; }
QLabel[role="hero"] { font-size: 32px; font-weight: 700; }
QLabel[role="section"] { font-size: 15px; font-weight: 700; }
QLabel[role="day"] { font-size: 16px; font-weight: 600; }
QLabel[role="task"] { font-size: 15px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="small"] { font-size: 13px; color: $ink2; }
QLabel[role="hint"] { font-size: 13px; color: $ink3; }
QLabel[role="meta"] { font-size: 12px; color: $ink2; }
QLabel[role="key"] {
  font-size: 12px; font-weight: 500; color: $ink3; background: $sunk;
  border: 1px solid $line2; border-radius: 4px; padding: 0 4px; }
QLabel[role="fielderror"] { font-size: 13px; color: $errink; }
QLabel[role="field"] { font-size: 12px; font-weight: 600; color: $ink2; }

QPushButton, QToolButton {
  min-height: 30px; padding: 0 12px; border-radius: 6px; border: 1px solid $edge;
  background: $sheet; font-weight: 500; }
QPushButton, QToolButton, QCheckBox, QRadioButton, QSlider, QComboBox { outline: none; }
QPushButton:hover, QToolButton:hover { background: $sunk; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:disabled, QToolButton:disabled {
  background: $sunk; color: $ink3; border-color: $line2; }
QPushButton[kind="primary"] {
  background: $accent; color: $onaccent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $hover; border-color: $hover; }
QPushButton[kind="primary"]:pressed { background: $press; border-color: $press; }
QPushButton[kind="primary"]:disabled {
  background: $sunk; color: $ink3; border-color: $line2; }
QPushButton[measure="main"] { min-height: 38px; font-size: 15px; }
QPushButton[measure="small"], QToolButton[measure="small"] {
  min-height: 26px; padding: 0 8px; font-size: 13px; }
QPushButton[kind="field"] { text-align: left; font-weight: 400; color: $ink2; padding: 0 8px; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
  border-color: transparent; background: transparent; color: $ink2; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $sunk; }
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled {
  color: $ink3; background: transparent; }
QPushButton[kind="link"] {
  border-color: transparent; background: transparent; color: $accent; font-weight: 600;
  padding: 0 4px; text-align: left; }
QPushButton:checked, QToolButton:checked {
  background: $tint; border-color: $accent; color: $accent; font-weight: 600; }
QToolButton[kind="chip"] {
  min-height: 26px; border-radius: 14px; padding: 0 6px; font-size: 13px; color: $ink2; }
QToolButton[kind="chip"]:checked { font-weight: 500; color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator {
  image: url($down_arrow); width: 16px; height: 16px; subcontrol-origin: padding;
  subcontrol-position: right center; right: 10px; }
QToolButton[segment="first"] {
  border-top-right-radius: 0; border-bottom-right-radius: 0; }
QToolButton[segment="middle"] { border-radius: 0; border-left-width: 0; }
QToolButton[segment="last"] {
  border-top-left-radius: 0; border-bottom-left-radius: 0; border-left-width: 0; }
QToolButton[segment]:checked { border-color: $edge; }

QPushButton[kind="class"] { min-height: 42px; border-color: $line2; background: $sheet; }
QPushButton[kind="nav"] {
  min-height: 38px; text-align: left; padding: 0 8px; border: 1px solid transparent;
  background: transparent; color: $ink2; font-weight: 400; }
QPushButton[kind="nav"]:hover { background: $sunk; }
QPushButton[kind="nav"]:checked {
  background: $sheet; border-color: $line; color: $ink; font-weight: 600; }

QLineEdit, QComboBox, QSpinBox, QPlainTextEdit, QTextEdit, QDateEdit, QTimeEdit {
  min-height: 30px; border: 1px solid $edge; border-radius: 6px; background: $sheet;
  padding: 0 8px; selection-background-color: $tint; selection-color: $ink; }
QSpinBox, QTimeEdit, QDateEdit { max-height: 30px; }
QPlainTextEdit, QTextEdit { padding: 8px; }
QLineEdit:disabled, QComboBox:disabled { background: $sunk; color: $ink3; border-color: $line2; }
QLineEdit[state="error"] { background: $errbg; border-color: $errink; }
QLineEdit[place="cell"] {
  min-height: 0; border: 2px solid $accent; border-radius: 0; padding: 0 9px; }
QLineEdit[place="cell"][state="error"] { border-color: $errink; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 24px; }
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {
  width: 0; border: 0; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($down_arrow); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
  background: $sheet; border: 1px solid $line2; selection-background-color: $tint;
  selection-color: $ink; outline: 0; }

QFrame[kind="card"] { background: $sheet; border: 1px solid $line; border-radius: 8px; }
QFrame#gridframe { background: $sheet; border: 1px solid $line2; border-radius: 8px; }
QFrame#gridframe QTableView { border: 0; border-radius: 0; background: transparent; }
QFrame#closing { background: $sunk; border: 1px solid $line2; border-radius: 8px; }
QFrame[kind="choice"] { background: $sheet; border: 1px solid $line2; border-radius: 8px; }
QFrame[kind="choice"][first="true"] { border: 2px solid $accent; }
QFrame[kind="dashed"] { background: transparent; border: 1px dashed $edge; border-radius: 8px; }
QFrame[kind="rule"] { background: $line; max-height: 1px; border: 0; }
QFrame[kind="banner"] {
  background: $sunk; border: 1px solid $line2; border-radius: 6px; min-height: 34px; }
QFrame[kind="banner"][tone="warn"] { background: $warnbg; border-color: $warnline; }
QFrame[kind="banner"][tone="error"] { background: $errbg; border-color: $errline; }
QFrame[kind="banner"][tone="news"] { background: $tint; border-color: $tintline; }
QFrame[tone="warn"] QLabel { color: $warnink; }
QFrame[tone="error"] QLabel { color: $errink; }
QFrame[kind="drop"] { background: transparent; border: 2px solid $accent; }
QFrame[kind="toast"] { background: $ink; border-radius: 6px; }
QFrame[kind="toast"] QLabel { color: $canvas; }
QFrame[kind="toast"] QPushButton {
  background: transparent; border: 0; color: $canvas; text-decoration: underline;
  font-weight: 600; }
QFrame[kind="popover"] QScrollArea, QFrame[kind="popover"] QScrollArea > QWidget > QWidget {
  background: transparent; }
QFrame[kind="popover"] QListWidget::item { padding-left: 8px; }
QFrame[kind="popover"] { background: $sheet; border: 1px solid $line2; border-radius: 8px; }

QLabel[kind="pill"] {
  border: 1px solid $line2; border-radius: 11px; padding: 0 8px; min-height: 20px;
  max-height: 20px; font-size: 12px; font-weight: 600; color: $ink2; background: $sheet; }
QLabel[kind="pill"][tone="warn"] {
  background: $warnbg; border-color: $warnline; color: $warnink; }
QLabel[kind="pill"][tone="news"] { background: $tint; border-color: $tintline; color: $accent; }
QLabel[kind="pill"][tone="teacher"] { background: $ink; border-color: $ink; color: $canvas; }

QTableView, QListView, QTreeView {
  background: $sheet; border: 1px solid $line; border-radius: 8px; gridline-color: $line;
  outline: 0; selection-background-color: $tint; selection-color: $ink; }
QHeaderView::section {
  background: $sunk; color: $ink2; border: 0; border-bottom: 1px solid $line;
  border-right: 1px solid $line; padding: 0 8px; font-size: 12px; font-weight: 600; }
QTableView QTableCornerButton::section { background: $sunk; border: 0; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; min-height: 28px; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
  width: 14px; height: 14px; border: 1px solid $edge; background: $sheet; }
QCheckBox::indicator, QListView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $ink; }
QCheckBox::indicator:checked, QListView::indicator:checked {
  background: $accent; border-color: $accent; image: url($tick); }
QRadioButton::indicator:checked {
  border: 4px solid $accent; background: $onaccent; width: 8px; height: 8px; }

QScrollBar:vertical { width: 10px; background: transparent; margin: 2px; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 2px; }
QScrollBar::handle { background: $line2; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $sheet; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $tint; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 4px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line2; }
QSlider::handle:horizontal {
  width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: $sheet;
  border: 2px solid $accent; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::sub-page:horizontal:disabled { background: $line2; }
QSlider::handle:horizontal:disabled { background: $sunk; border-color: $line2; }
""")


def style_sheet(palette: Palette, *, down_arrow: str, tick: str) -> str:
    """The whole sheet in one mode; `down_arrow` and `tick` are paths of tinted pictures."""
    return _SHEET.substitute(palette.colours, down_arrow=down_arrow, tick=tick)
