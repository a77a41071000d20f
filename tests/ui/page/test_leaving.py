"""The clipboard outlives the program."""

from __future__ import annotations

import subprocess
import sys

COPY_AND_LEAVE = r"""
from PySide6.QtWidgets import QApplication
from curator.ui.page.view import Page
app = QApplication([])
page = Page()
page.open("one\u00a0word", ())
page.select(0, 8)
page.copy()
assert app.clipboard().text() == "one\u00a0word"
"""


def test_that_leaving_with_words_on_the_clipboard_ends_in_order() -> None:
    """A mime object made in Python was destroyed after the interpreter and crashed the exit."""
    ended = subprocess.run([sys.executable, "-c", COPY_AND_LEAVE], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr.decode().count("Traceback")) == (0, 0)
