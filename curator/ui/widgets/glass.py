"""The magnifying glass at the head of a field in which something is looked for."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from curator.translation import gettext as _
from curator.ui import icons
from curator.ui.tokens import Theme


class Glass(QAction):
    """Only a sign; its name is for those who do not see it."""

    def __init__(self, theme: Theme, field: QLineEdit) -> None:
        """Stand in a field."""
        super().__init__(icons.icon("search", theme), _("Search"), field)
        field.addAction(self, QLineEdit.ActionPosition.LeadingPosition)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.setIcon(icons.icon("search", theme))
