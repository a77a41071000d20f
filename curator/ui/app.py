"""The application: paints its window first, then loads everything that is heavy."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from curator.translation import gettext as _
from curator.ui import garbage
from curator.ui.ending import Ending
from curator.ui.keymap import Keymap
from curator.ui.preferences import Preferences
from curator.ui.style import FUSION
from curator.ui.themes import Themes
from curator.ui.window import Window

if TYPE_CHECKING:
    from curator.ui.controller import Controller


class Curator(QObject):
    """The running program.

    Attributes:
        window: painted before anything else happens.
        controller: there once everything is loaded.

    Signals:
        loaded(): the controller is there.
    """

    loaded = Signal()
    _ready = Signal()

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        """Show the window; what is heavy is loaded after its first paint.

        Args:
            app: Qt's.
            preferences: of the person who runs the program.
        """
        super().__init__(app)
        self._preferences = preferences
        self._themes = Themes(app, preferences)
        self.controller: Controller | None = None
        self.window = Window(self._themes.theme, Keymap(preferences, self))
        self._themes.dress(self.window)
        self.window.restore_place(preferences.settings)
        self._ready.connect(self._take_over)
        self._loader = threading.Thread(target=self._load, name="loader", daemon=True)
        after_first_paint(self.window, self._loader.start)

    def _load(self) -> None:
        """Import the heavy modules beside the event loop."""
        import curator.ui.controller  # noqa: F401 - for its effect on what is loaded

        self._ready.emit()

    def _take_over(self) -> None:
        from curator.ui.controller import Controller

        self._loader.join()
        self.window.furnish(self._preferences.settings)
        self.controller = Controller(self.window, self._preferences, self._themes)
        self.loaded.emit()


class _FirstPaint(QObject):
    """Watches a widget until it was painted once."""

    def __init__(self, window: Window, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def after_first_paint(window: Window, then: Callable[[], None]) -> None:
    """Call something once a window was painted for the first time."""
    _FirstPaint(window, then)


def run(project: Path | None, imports: Sequence[Path], *, samples: bool) -> int:
    """Run the window until it is closed.

    Args:
        project: to open; None for the last one, or the first page.
        imports: files and folders to import into it first.
        samples: whether to open a fresh copy of the sample project instead.

    Returns:
        The exit code; 128 and its number where a signal asked to end.
    """
    app = QApplication([*sys.argv[:1], *FUSION])
    app.setApplicationName("Curator")
    _speak(app)
    preferences = Preferences()
    program = Curator(app, preferences)
    sys.excepthook = _excepthook(program)
    ending = Ending(app.closeAllWindows, program)

    def begin() -> None:
        garbage.settle()
        controller = program.controller
        assert controller is not None
        opened = project or preferences.last_project()
        if samples:
            controller.try_samples()
        elif opened is not None:
            controller.open_project(opened, imports=[(imports, None)] if imports else [])

    program.loaded.connect(begin)
    program.window.show()
    return app.exec() or ending.code


def _speak(app: QApplication) -> None:
    """Have Qt's own words, such as those of its dialogues' buttons, in the system's language."""
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(words)


def _excepthook(
    program: Curator,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return what is done about an error that nobody caught: it is logged and shown."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import traceback

        traceback.print_exception(kind, error, trace)
        words = f"{kind.__name__}: {error}"
        title = _("Something in Curator went wrong")
        program.window.notices.add("error", title, detail=words)

    return hook
