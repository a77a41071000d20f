"""What is photographed: each scene brings the program there and says which widgets to take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget

from curator.domain.annotation import Layer
from curator.services import backups
from curator.ui.do import Do
from curator.ui.imports.preview_window import LABELS, PreviewWindow
from curator.ui.widgets.check import Check
from tests.stories.driver import Driver

Arrange = Callable[[Driver], tuple[QWidget, ...]]
"""Returns a window, and what lies over it, if anything."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture.

    Attributes:
        name: of its file, without the suffix.
        arrange: brings the program there.
        theme: ``light`` or ``dark``.
        scale: pixels of the screen for one of the window.
    """

    name: str
    arrange: Arrange
    theme: str = "light"
    scale: int = 1


def claim_card(driver: Driver) -> tuple[QWidget, ...]:
    """A claim is current; some annotations before it are decided."""
    driver.press(*"AAXAAUAA")
    while driver.current.layer is not Layer.CLAIM:
        driver.press("N")
    driver.press("I")
    return (driver.program.window,)


def part_in_edit(driver: Driver) -> tuple[QWidget, ...]:
    """The source of a claim is picked by letter."""
    taken = claim_card(driver)
    driver.press("C")
    return taken


def dense(driver: Driver) -> tuple[QWidget, ...]:
    """Names on all annotations, rejected ones shown."""
    driver.press(*"AXAAXAAXA", "L", "R")
    return (driver.program.window,)


def backed_up(driver: Driver) -> tuple[QWidget, ...]:
    """Two backups, and decisions after them."""
    backups.back_up(driver.session.project, reason="working")
    claim_card(driver)
    backups.before(driver.session.project, "import")
    return _listing(Do.BACKUPS)(driver)


def palette(driver: Driver) -> tuple[QWidget, ...]:
    """The command palette over the window."""
    driver.do(Do.PALETTE)
    return (driver.program.window, _dialog(driver))


def welcome(driver: Driver) -> tuple[QWidget, ...]:
    """The first page, with a project that was open before."""
    driver.program.window.menu_row.actions_by[Do.CLOSE_PROJECT].trigger()
    driver.until(lambda: not driver.has_document())
    return (driver.program.window,)


def _sized(do: Do) -> Arrange:
    """The window at a density, or read alone."""

    def arrange(driver: Driver) -> tuple[QWidget, ...]:
        claim_card(driver)
        driver.do(do)
        return (driver.program.window,)

    return arrange


def _beside(do: Do) -> Arrange:
    """A window of its own that an action opens after some decisions."""

    def arrange(driver: Driver) -> tuple[QWidget, ...]:
        claim_card(driver)
        driver.do(do)
        return (_dialog(driver),)

    return arrange


def _listing(do: Do) -> Arrange:
    """A window of its own with a table, once its rows have come home."""

    def arrange(driver: Driver) -> tuple[QWidget, ...]:
        (dialog,) = _beside(do)(driver)
        tables = dialog.findChildren(QTableView)
        driver.until(lambda: any(one.model().rowCount() for one in tables))
        return (dialog,)

    return arrange


def _dialog(driver: Driver) -> QWidget:
    def shown() -> list[QWidget]:
        windows = QApplication.topLevelWidgets()
        return [one for one in windows if isinstance(one, QDialog) and one.isVisible()]

    driver.until(shown)
    return shown()[0]


def _previewed(driver: Driver) -> tuple[QWidget, ...]:
    """A file of another scheme's labels, looked into: the page on which they are mapped."""
    tags = {"PER": ("Ilse Marn", "Osmo Keld"), "LOC": ("Sill Strait",), "MISC": ("Regatta",)}
    words = [(name, label) for label, names in tags.items() for name in names]
    lines = [f"{name.replace(' ', '')} NNP I-NP B-{label}" for name, label in words]
    path = driver.session.project.path.with_name("wire.conll")
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    driver.session.offered.emit([path])
    dialog = _dialog(driver)
    assert isinstance(dialog, PreviewWindow)
    driver.until(lambda: dialog.ready)
    dialog.turn(LABELS)
    return (dialog,)


def _ledger(driver: Driver) -> tuple[QWidget, ...]:
    """All claims that wait, too: little is accepted in the samples."""
    (dialog,) = _listing(Do.LEDGER)(driver)
    dialog.findChild(Check).setChecked(True)
    table = dialog.findChildren(QTableView)[1]
    driver.until(lambda: table.model().rowCount() > 20)
    return (dialog,)


SCENES = (
    Scene("window-light", claim_card),
    Scene("window-dark", claim_card, theme="dark"),
    Scene("window-light@2x", claim_card, scale=2),
    Scene("part-in-edit-light", part_in_edit),
    Scene("dense-light", dense),
    Scene("dense-dark", dense, theme="dark"),
    Scene("compact-light", _sized(Do.COMPACT)),
    Scene("large-light", _sized(Do.LARGE)),
    Scene("high-contrast-light", _sized(Do.HIGH_CONTRAST)),
    Scene("reading-dark", _sized(Do.READ), theme="dark"),
    Scene("palette-light", palette),
    Scene("palette-dark", palette, theme="dark"),
    Scene("bulk-light", _listing(Do.BULK)),
    Scene("bulk-dark", _listing(Do.BULK), theme="dark"),
    Scene("history-light", _listing(Do.HISTORY)),
    Scene("history-dark", _listing(Do.HISTORY), theme="dark"),
    Scene("ledger-light", _ledger),
    Scene("ledger-dark", _ledger, theme="dark"),
    Scene("imports-light", _listing(Do.IMPORTS)),
    Scene("preview-light", _previewed),
    Scene("preview-dark", _previewed, theme="dark"),
    Scene("backups-light", backed_up),
    Scene("backups-dark", backed_up, theme="dark"),
    Scene("scheme-light", _beside(Do.SCHEME)),
    Scene("learning-light", _beside(Do.LEARNING)),
    Scene("identities-light", _listing(Do.IDENTITIES)),
    Scene("preferences-light", _beside(Do.PREFERENCES)),
    Scene("keys-light", _beside(Do.KEYS)),
    Scene("welcome-light", welcome),
    Scene("welcome-dark", welcome, theme="dark"),
)
