"""Palette and style sheet of the standard widgets, made from the tokens over Fusion."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from curator.ui import fonts
from curator.ui.colour import mix
from curator.ui.tokens import Theme

Role = QPalette.ColorRole

FUSION = ("-style", "fusion")
"""Arguments of a `QApplication`: named there, the style needs no wrapper before the first paint."""


def dress(app: QApplication, theme: Theme) -> None:
    """Give the whole application a theme: font, palette and style sheet.

    Widgets that paint themselves are told by their own `set_theme`.
    """
    with _no_collection():
        app.setFont(fonts.interface(13))
        app.setPalette(palette(theme))
        app.setStyleSheet(sheet(theme))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep Python from destroying a widget while Qt goes through all of them (a crash, seen)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme, with paler inks for what is disabled."""
    made = QPalette()
    for role, name in _roles(theme).items():
        made.setColor(role, QColor(name))
    pale = QColor(mix(theme.ink3, theme.panel, 0.6))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, pale)
    return made


def _roles(theme: Theme) -> dict[QPalette.ColorRole, str]:
    return {
        Role.Window: theme.panel,
        Role.WindowText: theme.ink,
        Role.Base: theme.raised,
        Role.AlternateBase: theme.panel,
        Role.Text: theme.ink,
        Role.PlaceholderText: theme.ink3,
        Role.Button: theme.raised,
        Role.ButtonText: theme.ink,
        Role.BrightText: theme.error,
        Role.Highlight: theme.select,
        Role.HighlightedText: theme.ink,
        Role.Link: theme.accent,
        Role.LinkVisited: theme.accent,
        Role.ToolTipBase: theme.toast,
        Role.ToolTipText: theme.toast_ink,
        Role.Light: theme.raised,
        Role.Midlight: theme.line,
        Role.Mid: theme.edge,
        Role.Dark: theme.edge,
        Role.Shadow: theme.edge,
        Role.Accent: theme.accent,
    }


def sheet(theme: Theme) -> str:
    """Return the style sheet of menus, fields, bars, docks and dialogues."""
    return "\n".join((_menus(theme), _fields(theme), _bars(theme), _surfaces(theme), _boxes(theme)))


def _menus(theme: Theme) -> str:
    return f"""
QMenuBar {{ background: {theme.chrome}; color: {theme.ink2}; border: none; padding: 0;
    spacing: 0; }}
QMenuBar::item {{ background: transparent; padding: 6px 9px; border-radius: 6px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {theme.hover};
    color: {theme.ink}; }}
QMenu {{ background: {theme.raised}; color: {theme.ink}; padding: 5px;
    border: 1px solid {mix(theme.edge, theme.raised, 0.4)}; }}
QMenu::item {{ padding: 5px 22px 5px 10px; border-radius: 5px; min-height: 18px; }}
QMenu::item:selected {{ background: {theme.accent_wash}; color: {theme.ink}; }}
QMenu::item:disabled {{ color: {mix(theme.ink3, theme.raised, 0.6)}; background: transparent; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {theme.line}; margin: 5px 8px; }}
QToolTip {{ background: {theme.toast}; color: {theme.toast_ink}; border: none;
    padding: 5px 8px; }}
"""


def _fields(theme: Theme) -> str:
    edge = mix(theme.edge, theme.raised, 0.45)
    return f"""
QLineEdit, QPlainTextEdit[plain="true"] {{ background: {theme.raised}; color: {theme.ink};
    border: 1px solid {edge}; border-radius: 6px; padding: 4px 8px;
    selection-background-color: {theme.select}; selection-color: {theme.ink}; }}
QLineEdit {{ min-height: 20px; }}
QLineEdit:hover {{ border-color: {theme.edge}; }}
QLineEdit:focus, QPlainTextEdit[plain="true"]:focus {{ border: 2px solid {theme.focus};
    padding: 3px 7px; }}
QLineEdit:disabled {{ color: {theme.ink3}; background: {theme.panel}; }}
"""


def _bars(theme: Theme) -> str:
    handle = mix(theme.edge, theme.panel, 0.45)
    return f"""
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {handle}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {theme.edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px;
    background: {mix(theme.edge, theme.page, 0.35)}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {theme.accent}; }}
QSlider::handle:horizontal {{ width: 8px; height: 8px; margin: -4px 0; border-radius: 6px;
    border: 2px solid {theme.accent}; background: {theme.raised}; }}
QSlider::handle:horizontal:focus {{ background: {theme.accent}; }}
"""


def _surfaces(theme: Theme) -> str:
    return f"""
QMainWindow {{ background: {theme.chrome}; }}
QMainWindow::separator {{ background: {theme.line}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {theme.accent}; }}
QDockWidget {{ border: none; color: {theme.ink}; }}
QStatusBar {{ background: {theme.chrome}; border: none; }}
QStatusBar::item {{ border: none; }}
QAbstractItemView {{ background: {theme.panel}; border: none; outline: 0; }}
QListWidget {{ background: transparent; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ border: none; background: transparent; }}
QDialog, QMessageBox {{ background: {theme.panel}; }}
QLabel {{ background: transparent; }}
"""


def _boxes(theme: Theme) -> str:
    edge = mix(theme.edge, theme.raised, 0.5)
    return f"""
QPushButton {{ background: {theme.raised}; color: {theme.ink}; border: 1px solid {edge};
    border-radius: 6px; padding: 4px 14px; min-height: 20px; min-width: 56px; }}
QPushButton:hover {{ background: {theme.hover}; }}
QPushButton:focus {{ border: 2px solid {theme.focus}; padding: 3px 13px; }}
QPushButton:default {{ background: {theme.accent}; color: {theme.accent_ink};
    border-color: {theme.accent}; }}
QPushButton:default:focus {{ border: 2px solid {theme.ring}; }}
QPushButton:disabled {{ color: {mix(theme.ink3, theme.panel, 0.6)}; background: {theme.panel}; }}
"""
