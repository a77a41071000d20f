"""The controller: which project is open, and what the window does about projects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.faults import Fault
from curator.domain.queue import DocumentRow, QueueOutline
from curator.services import projects, samples
from curator.store.lanes import Lane
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui import dialogs_of, features, opening, palette_entries
from curator.ui.actions import ACTIONS
from curator.ui.background.board import Board
from curator.ui.command_palette import Palette
from curator.ui.commands import Commands
from curator.ui.do import Do
from curator.ui.dropping import Dropping, Meant, Wish, meant
from curator.ui.home import Home
from curator.ui.preferences import Preferences
from curator.ui.preferring.preferring import Tools
from curator.ui.recents import Recents
from curator.ui.session import Session
from curator.ui.themes import Themes
from curator.ui.tour.touring import Touring
from curator.ui.window import Window


class Controller(QObject):
    """Opens and closes projects, and hands actions to whom they concern.

    Attributes:
        session: the open project's, None on the first page.
    """

    def __init__(self, window: Window, preferences: Preferences, themes: Themes) -> None:
        """Take over a window that shows its first page.

        Args:
            window: already painted.
            preferences: of the person who runs the program.
            themes: sets the theme.
        """
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._themes = themes
        self._office = Lane("office")
        self._home = Home(self)
        self._board = Board(window.status, themes.theme)
        self._recents = Recents(window.welcome, preferences)
        tools = Tools(window, preferences, themes, self._recents, lambda: self.session)
        self._touring = Touring(window, preferences, self.try_samples)
        self._touring.changed.connect(self._enable)
        self._own = features.of_window(tools) | self._touring.handlers()
        self.session: Session | None = None
        self._commands: Commands | None = None
        self._coming: Future[Project] | None = None
        self._palette: Palette | None = None
        themes.changed.connect(self._board.set_theme)
        window.triggered.connect(self.do)
        window.pane.triggered.connect(self.do)
        window.pane.empty_acted.connect(self._empty_acted)
        window.queue.import_wanted.connect(partial(self.do, Do.IMPORT))
        self._dropping = Dropping(window, themes.theme, self._meant)
        self._dropping.dropped.connect(self._dropped)
        window.leaving.connect(self.close)
        window.welcome.new.connect(partial(self.do, Do.NEW))
        window.welcome.open.connect(partial(self.do, Do.OPEN))
        window.welcome.try_samples.connect(self.try_samples)
        window.welcome.open_recent.connect(self.open_project)
        window.welcome.dropped.connect(self._dropped)
        self._enable()

    def do(self, do: Do) -> None:
        """Carry an action out, if it is possible now."""
        if not self._window.menu_row.actions_by[do].isEnabled():
            return
        if (handler := self._handler(do)) is not None:
            with self._window.turn():
                handler()
            return
        match do:
            case Do.NEW:
                self._new(())
            case Do.OPEN:
                if (path := dialogs_of.project_to_open(self._window)) is not None:
                    self.open_project(path)
            case Do.SAMPLES:
                self.try_samples()
            case Do.CLOSE_PROJECT:
                self.leave_project()
            case Do.QUIT:
                self._window.close()
            case Do.PALETTE | Do.LABEL:
                self._open_palette(labels_only=do is Do.LABEL)
            case Do.ABOUT:
                dialogs_of.about(self._window)
            case _:
                self._with_project(do)

    def _handler(self, do: Do) -> Callable[[], Any] | None:
        """Return who does it by itself: the window, or what the session brought with it."""
        theirs = self._commands.handlers if self._commands is not None else {}
        return self._own.get(do) or theirs.get(do)

    def open_project(self, path: Path, *, imports: opening.Batches = ()) -> None:
        """Open a project file; read only where somebody else holds it."""
        self._exchange(partial(opening.for_review, path), opening.bringing_in(imports))

    def _restore(self, path: Path, copy: Path) -> None:
        self._exchange(partial(opening.of_backup, path, copy))
        if self._coming is not None:
            self._home.bring(self._coming, self._say_restored)

    def _say_restored(self, _project: Project) -> None:
        if self.session is not None:
            kept = _("What the project held before is a backup itself.")
            self.session.notifier.notice("ok", _("The backup is restored"), kept)

    def try_samples(self) -> None:
        """Open a fresh copy of the sample project."""
        folder = self._preferences.samples_folder()
        then = opening.bringing_in(samples.batches())
        self._exchange(lambda: samples.create(samples.free_path(folder)), then)

    def leave_project(self) -> None:
        """Close the project and show the first page."""
        self._end_session()
        self._preferences.set_last_project(None)
        self._window.show_welcome()
        self._recents.show()
        self._enable()

    def close(self) -> None:
        """Remember the layout, end the session and the lane."""
        self._window.save_layout(self._preferences.settings)
        self._home.leave()
        self._end_session()
        self._office.close()
        coming, self._coming = self._coming, None
        if coming is not None and not coming.cancelled() and coming.exception() is None:
            coming.result().close()

    def _new(self, documents: Sequence[Path]) -> None:
        if wanted := dialogs_of.new_project(self._window, self._themes.theme, documents):
            make = partial(
                projects.create, wanted.path, scheme=wanted.scheme, blind_share=wanted.blind
            )
            self._exchange(make, opening.offering(wanted.documents))

    def _exchange(
        self, make: Callable[[], Project], then: opening.Then = opening.nothing_then
    ) -> None:
        """Close the open project; make or open another on the office's lane, and begin with it."""
        if self._coming is not None:
            return
        self._end_session()
        self._coming = self._office.submit(make)
        self._home.bring(
            self._coming,
            partial(self._begin, then),
            failed=self._not_opened,
            always=lambda _future: self._arrived(),
        )

    def _arrived(self) -> None:
        self._coming = None

    def _begin(self, then: opening.Then, project: Project) -> None:
        self.session = session = Session(self._window, project, self._board)
        self._commands = Commands(self._window, session)
        session.changed.connect(self._enable)
        session.restore.connect(partial(self._restore, project.path))
        session.counted.connect(self._counted)
        session.desk.lost.connect(partial(dialogs_of.not_saved, self._window))
        self._window.menu_row.set_project(project.path.name)
        self._window.setWindowTitle(f"{project.path.stem} – Curator")
        self._window.show_review()
        self._preferences.set_last_project(project.path)
        self._enable()
        self._touring.began(session)
        if project.read_only:
            self._say_read_only(session)
        else:
            then(session)
        if project.old_copy is not None:
            detail = _("A copy of it as it was before: {copy}").format(copy=project.old_copy)
            session.notifier.notice("info", _("The project was brought up to date"), detail)

    def _not_opened(self, error: BaseException) -> None:
        self._window.show_welcome()
        self._recents.show()
        self._recents.refuse(error)
        self._enable()

    def _end_session(self) -> None:
        self._touring.left()
        if self._commands is not None:
            self._commands.close()
        if self.session is not None:
            self.session.close()
        self.session = self._commands = None
        self._window.menu_row.set_project("")
        self._window.setWindowTitle("Curator")

    def _counted(self, outline: QueueOutline) -> None:
        if self.session is not None:
            self._recents.remember(self.session.project.path, outline, self.session.layers())

    def _with_project(self, do: Do) -> None:
        session = self.session
        if session is None:
            return
        match do:
            case Do.IMPORT | Do.IMPORT_FOLDER:
                if paths := dialogs_of.files_to_import(self._window, folder=do is Do.IMPORT_FOLDER):
                    session.offered.emit(paths)
            case Do.CHECK:
                session.tasks.check()

    def _meant(self, paths: Sequence[Path]) -> Meant:
        """Return what files mean that are dropped now."""
        session = self.session
        project = session.project.path.name if session is not None else ""
        return meant(paths, project=project, writable=session is not None and session.writable)

    def _dropped(self, paths: Sequence[Path]) -> None:
        """Do with dropped files what was said while they were held over the window."""
        session, wish = self.session, self._meant(paths).wish
        if wish is Wish.OPEN:
            self.open_project(next(path for path in paths if path.suffix == ".curator"))
        elif session is None:
            self._new(paths)
        elif wish is Wish.IMPORT:
            session.offered.emit(list(paths))
        else:
            self._say_read_only(session)

    @staticmethod
    def _say_read_only(session: Session) -> None:
        session.notifier.keep("info", Fault("project.read_only_here", **session.project.holder()))

    def _empty_acted(self) -> None:
        """The button of the empty page is that of its sentence: import, or export when done."""
        done = self.session is not None and self.session.all_done
        self.do(Do.EXPORT if done else Do.IMPORT)

    def _enable(self) -> None:
        having = {"tour"} if self._touring.running else set()
        session = self.session
        if session is not None:
            having.add("project")
            if session.screen.document is not None:
                having.add("document")
            if session.screen.annotation is not None:
                having.add("annotation")
        self._window.enable(having, writable=session is not None and session.writable)

    def _open_palette(self, *, labels_only: bool) -> None:
        offered = self._commands.labels() if self._commands is not None else []
        if labels_only and not offered:
            return
        choose = self._commands.set_label if self._commands is not None else None
        entries = palette_entries.labels(offered, choose) if choose is not None else []
        if not labels_only:
            on = {row.do for row in ACTIONS if self._window.menu_row.actions_by[row.do].isEnabled()}
            entries = [*palette_entries.commands(on, self._window.keymap, self.do), *entries]
        prompt = _("Choose a label") if labels_only else _("Find a command, document or label")
        find = self._find if self.session is not None and not labels_only else lambda _words: None
        self._palette = Palette(self._themes.theme, entries, self._window, prompt=prompt, find=find)
        self._palette.finished.connect(self._palette_left)
        self._palette.show()

    def _palette_left(self) -> None:
        self._palette = None

    def _find(self, words: str) -> None:
        session, palette = self.session, self._palette
        if session is None or palette is None:
            return

        def found(rows: list[DocumentRow]) -> None:
            if self._palette is palette:
                palette.add_found(words, palette_entries.documents(rows, session.open))

        session.desk.read(lambda project: palette_entries.find(project, words), found)
