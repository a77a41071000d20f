"""Goes through the window in an invented language and lists every text that stayed English.

``python -m tests.support.pseudo_window FOLDER`` runs in a process of its own: the language is that
of the process. Documents are in Cyrillic letters; what is left of Latin ones is a key, a name, or
a text that nobody can translate. It prints a JSON object of those with the places they stand at.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from curator import translation
from tests.support.pseudo import Pseudo

translation.use(Pseudo())  # before anything is imported that has texts

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QMenu  # noqa: E402

from curator.domain.annotation import Layer  # noqa: E402
from curator.services import commenting, projects  # noqa: E402
from curator.services.importing import Import, import_paths  # noqa: E402
from curator.ui.do import Do  # noqa: E402
from curator.ui.style import FUSION  # noqa: E402
from tests.screens.photograph import Patience  # noqa: E402
from tests.stories.driver import Driver  # noqa: E402
from tests.support.listening import Listening  # noqa: E402
from tests.support.pictures import record  # noqa: E402

DOCUMENTS = (
    "[Ильза:PERSON?] и [Осмо:PERSON?] видели [Велм:GPE?] в [понедельник:DATE?]. "
    "<Мельник:source> <сказал:cue>, что {урожай упал:assertion?}. [Ильза:ORG?] ушла.",
    "[Велм:GPE!] спал. <Мэр:source> <отрицал:cue> {забастовку:denial?}. [Сил:LOC-] [Руда:GPE~].",
)

BESIDE = (
    Do.BULK, Do.HISTORY, Do.BACKUPS, Do.IDENTITIES, Do.SCHEME, Do.SECOND_LOOKS, Do.LEARNING,
    Do.KEYS, Do.PREFERENCES, Do.PALETTE, Do.IDENTICAL, Do.COMMENT, Do.FIND, Do.FIND_ALL,
    Do.GUIDELINE, Do.REPLAY, Do.ORDER, Do.LEDGER, Do.IMPORTS,
)  # fmt: skip
"""What opens a window, a bar or a menu of its own."""

MODAL = (Do.EXPORT, Do.NEW, Do.ABOUT)


def make(folder: Path) -> Path:
    """Make the project: what is suggested, decided, commented on and in a comment."""
    path = folder / "проект.curator"
    lines = [
        {**record(f"д{place}", source, suggester="машина"), "title": f"Заголовок {place}"}
        for place, source in enumerate(DOCUMENTS, start=1)
    ]
    batch = folder / "партия.jsonl"
    batch.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with projects.create(path, scheme="everything", blind_share=0.0) as project:
        for _step in import_paths(Import(project, [batch])):
            pass
        commenting.annotation(project, 1, "заметка")
    return path


def go_through(driver: Driver, heard: Listening, path: Path) -> None:
    """Open everything there is, and listen."""
    heard.look("first page")
    driver.open(path)
    heard.look("review")
    for key in ("A", "X", "U", "Space", "2", "O", "L", "R", "F", "C", "Escape"):
        driver.press(key)
        heard.look(f"after {key}")
    while driver.current.layer is not Layer.CLAIM:
        driver.press("P")
    for key in ("C", "Down", "Escape", "Shift+X", "Escape"):
        driver.press(key)
        heard.look(f"after {key} on a claim")
    for do in BESIDE:
        driver.do(do)
        QTest.qWait(150)
        heard.look(do.value)
        _close_all(driver)
    for do in MODAL:
        QTimer.singleShot(200, lambda do=do: _look_and_leave(heard, do.value))
        driver.do(do)
    QTimer.singleShot(200, lambda: _look_and_leave(heard, "closing"))
    driver.press("D")
    heard.look("closed")
    driver.do(Do.UNDO)
    heard.look("undone")


def _look_and_leave(heard: Listening, where: str) -> None:
    heard.look(where)
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog) and one.isVisible():
            one.reject()


def _close_all(driver: Driver) -> None:
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog | QMenu) and one.isVisible():
            one.close()
    driver.press("Escape")


def main(arguments: Sequence[str]) -> None:
    """Print what stayed English."""
    folder = Path(arguments[0])
    path = make(folder)
    QApplication([sys.argv[0], *FUSION])
    driver = Driver(Patience(), folder)  # type: ignore[arg-type]
    heard = Listening()
    go_through(driver, heard, path)
    driver.quit()
    print(json.dumps(heard.english(), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(sys.argv[1:])
