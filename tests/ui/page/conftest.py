"""What tests of the page share: a font that is the same everywhere, and a page to look at."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtGui import QFontDatabase

from curator.assets import resources
from curator.domain.scheme import scheme_from_toml
from curator.ui import fonts
from curator.ui.page.view import Page
from tests.ui.page.blank_font import FAMILY, blank_font


@pytest.fixture
def page(qapp, qtbot, monkeypatch):
    """A shown page, 700 by 500, with the scheme “everything”."""
    QFontDatabase.addApplicationFontFromData(blank_font())
    monkeypatch.setattr(fonts, "READING", (FAMILY,))
    monkeypatch.setattr(fonts, "INTERFACE", (FAMILY,))
    source = (resources() / "schemes" / "everything.toml").read_text(encoding="utf-8")
    page = Page()
    qtbot.addWidget(page)
    page.set_scheme(scheme_from_toml(source, name="everything"))
    page.resize(700, 500)
    page.show()
    qtbot.waitExposed(page)
    return page
