"""Preferences of reading: theme, contrast, density, size of the text, length of line."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout

from curator.services.sentences.names import named
from curator.translation import gettext as _
from curator.ui.metrics import LARGEST, LONGEST, SHORTEST, SMALLEST
from curator.ui.preferences import Preferences
from curator.ui.preferring.form import Form, Measure
from curator.ui.sizes import Sizes
from curator.ui.themes import Themes
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.check import Check
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.titled_page import Page

_WORDS = _("How the text and its window look. The same can be chosen in the View menu.")
_THEMES = ("system", "light", "dark")
_DENSITIES = ("compact", "comfortable", "large")


class ReadingPage(Surface):
    """Chooses what `Themes` and `Sizes` keep, and follows what is chosen elsewhere."""

    def __init__(
        self, theme: Theme, preferences: Preferences, themes: Themes, sizes: Sizes
    ) -> None:
        """Show what is in force."""
        super().__init__(theme, "panel")
        self._preferences, self._themes, self._sizes = preferences, themes, sizes
        names = [named(name).capitalize() for name in _THEMES]
        self._theme_names = Segmented(theme, names, name=_("Theme"))
        self._sharp = Check(theme, _("&High contrast"))
        densities = [named(name).capitalize() for name in _DENSITIES]
        self._densities = Segmented(theme, densities, name=_("Density"))
        self._size = Measure(theme, _("Size of the text"), SMALLEST, LARGEST, step=1, unit=_("px"))
        self._column = Measure(
            theme, _("Length of line"), SHORTEST, LONGEST, step=1, unit=_("characters")
        )
        restore = Button(theme, _("Restore defaults"), icon="undo")
        form = Form(theme)
        form.add(_("Theme"), self._theme_names)
        form.add(_("Contrast"), self._sharp)
        form.add(_("Density"), self._densities)
        form.add(_("Size of the text"), self._size)
        form.add(_("Length of line"), self._column)
        form.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Page(theme, _("Reading"), _WORDS, form, [restore]))
        restore.clicked.connect(self._restore)
        self._connect()

    def ask(self) -> None:
        """Show what is in force."""
        metrics = self._sizes.metrics
        chosen = self._preferences.theme
        self._theme_names.set_current(_THEMES.index(chosen) if chosen in _THEMES else 0)
        with QSignalBlocker(self._sharp):
            self._sharp.setChecked(self._themes.theme.sharp)
        density = self._preferences.density
        known = density in _DENSITIES
        self._densities.set_current(_DENSITIES.index(density if known else "comfortable"))
        self._size.set_value(round(metrics.reading))
        self._column.set_value(metrics.column)

    def _connect(self) -> None:
        self._theme_names.chosen.connect(lambda place: self._themes.choose(_THEMES[place]))
        self._sharp.clicked.connect(lambda _on: self._themes.turn_contrast())
        self._densities.chosen.connect(lambda place: self._sizes.choose(_DENSITIES[place]))
        self._size.moved.connect(self._sizes.set_reading)
        self._column.moved.connect(self._sizes.set_column)
        self._sizes.changed.connect(self.ask)
        self._themes.changed.connect(self.ask)

    def _restore(self) -> None:
        self._themes.restore()
        self._sizes.restore()
