"""Parts of the first page: large buttons, rows of recent projects, the four steps."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.actions import action
from curator.ui.colour import mix
from curator.ui.do import Do
from curator.ui.key_caps import cap, shown_key
from curator.ui.tokens import Theme
from curator.ui.widgets.button import tip
from curator.ui.widgets.keyed import Keys
from curator.ui.widgets.line import BETWEEN, plain_tip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecentProject(NamedTuple):
    """A project that was open before.

    Attributes:
        path: where its file lies.
        facts: when it was open, how many batches, which layers.
        done: how many of its documents are done.
        total: how many documents it has.
    """

    path: Path
    facts: tuple[str, ...] = ()
    done: int = 0
    total: int = 0


class _Wide(QAbstractButton):
    """A button as wide as its place, pressed by Enter too; Up and Down go to its neighbours."""

    def __init__(self, theme: Theme, name: str, height: int) -> None:
        super().__init__()
        self._theme, self._height = theme, height
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return its height and a usual width."""
        return QSize(300, self._height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter; go on with Up and Down."""
        if event.key() in _ENTER:
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class BigButton(_Wide):
    """An icon, a title, a line of explanation, a key."""

    def __init__(
        self, theme: Theme, icon: str, title: str, detail: str, *, do: Do | None = None
    ) -> None:
        super().__init__(theme, title, 62)
        self._icon, self._detail, self._do, self._primary = icon, detail, do, False
        self.setText(title)
        self._show(action(do).key if do is not None else "")
        self.setMaximumWidth(416)
        self.setAccessibleDescription(detail)

    def set_keymap(self, keymap: Keys) -> None:
        """Show the key that its action has now."""
        if self._do is not None:
            self._show(keymap.key(self._do))

    def set_primary(self) -> None:
        """Paint it in the accent: what is done first."""
        self._primary = True
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        over = self.underMouse()
        if self._primary:
            ground = mix(theme.ink, theme.accent, 0.12) if over else theme.accent
            ink, ink2 = theme.accent_ink, mix(theme.accent_ink, ground, 0.88)
            paint.box(painter, rect, 8, ground)
        else:
            ground, ink, ink2 = theme.hover if over else theme.raised, theme.ink, theme.ink2
            paint.box(painter, rect, 8, ground, mix(theme.edge, theme.raised, 0.35))
        icons.draw(painter, self._icon, ink, QPointF(20, 21), 20)
        room = rect.width() - 58 - (72 if self._key else 16)
        paint.put(painter, QRectF(58, 11, room, 22), self.text(), fonts.interface(14, 600), ink)
        detail = QRectF(58, 32, room, 18)
        paint.put(painter, detail, self._detail, fonts.interface(12), ink2)
        if self._key:
            tone, under = (ink, ground) if self._primary else (None, None)
            right = rect.right() - 16
            paint.key_cap(painter, right, 23, self._key, theme, ink=tone, ground=under)
        if self.hasFocus():
            inset = rect.adjusted(3, 3, -3, -3) if self._primary else rect
            tone = theme.accent_ink if self._primary else theme.focus
            paint.box(painter, inset, 6 if self._primary else 8, None, tone, width=2)
        painter.end()

    def _show(self, key: str) -> None:
        self._key = cap(key)
        self.setToolTip(tip(self.text(), shown_key(key)))
        self.update()


class RecentRow(_Wide):
    """A recent project with its progress.

    Signals:
        opened(object): it was chosen; its path.
    """

    opened = Signal(object)

    def __init__(self, theme: Theme, project: RecentProject) -> None:
        super().__init__(theme, _("Open {stem}").format(stem=project.path.stem), 64)
        self._project = project
        self.setText(project.path.stem)
        self.setToolTip(plain_tip(str(project.path)))
        self.setAccessibleDescription(self._progress())
        self.clicked.connect(lambda: self.opened.emit(project.path))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, facts and progress."""
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        if self.hasFocus():
            paint.box(painter, rect, 8, theme.accent_wash)
            paint.box(painter, QRectF(0, 16, 3, 32), 1.5, theme.accent)
        elif self.underMouse():
            paint.box(painter, rect, 8, theme.hover)
        else:
            paint.hairline(painter, 16, rect.height() - 1, rect.width() - 32, theme.line)
        right = rect.width() - 16
        room = right - 16 - 140
        name = QRectF(16, 11, room, 22)
        paint.put(painter, name, self.text(), fonts.interface(15, 600), theme.ink)
        facts = BETWEEN.join(self._project.facts)
        paint.put(painter, QRectF(16, 34, room, 18), facts, fonts.interface(12), theme.ink2)
        done, total = self._project.done, self._project.total
        whole = bool(total) and done >= total
        words, align = QRectF(right - 160, 12, 160, 20), Qt.AlignmentFlag.AlignRight
        tone, font = theme.ok if whole else theme.ink2, fonts.interface(12, 500)
        paint.put(painter, words, self._progress(), font, tone, align=align)
        if total:
            paint.bar(painter, QRectF(right - 120, 40, 120, 4), done / total, theme.ok, theme)
        painter.end()

    def _progress(self) -> str:
        done, total = self._project.done, self._project.total
        if not total:
            return _("no documents")
        return (
            _("all {total:,} done").format(total=total)
            if done >= total
            else _("{done:,} of {total:,} done").format(done=done, total=total)
        )


class Steps(QWidget):
    """How a batch goes, in four steps."""

    def __init__(self, theme: Theme, formats: str) -> None:
        super().__init__()
        self._theme = theme
        self._steps = (
            ("import", _("Import"), formats),
            ("suggest", _("Suggest"), _("runs beside you")),
            ("accept", _("Decide"), _("hands on keys")),
            ("export", _("Export"), _("JSONL, CoNLL, CSV …")),
        )
        self.setFixedHeight(110)
        self.setAccessibleName(_("How a batch goes: import, suggest, decide, export"))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the steps with lines between them."""
        painter = QPainter(self)
        theme, step = self._theme, (self.width() + 24) / len(self._steps)
        heading = QRectF(0, 0, self.width(), 24)
        paint.put(painter, heading, _("How a batch goes"), fonts.interface(13, 600), theme.ink)
        for place, (icon, name, detail) in enumerate(self._steps):
            x = round(place * step)
            icons.draw(painter, icon, theme.ink2, QPointF(x, 40), 20)
            upper, lower = QRectF(x, 68, step - 6, 20), QRectF(x, 87, step - 6, 18)
            paint.put(painter, upper, name, fonts.interface(13, 500), theme.ink)
            paint.put(painter, lower, detail, fonts.interface(12), theme.ink2)
            if place < len(self._steps) - 1:
                paint.hairline(painter, x + 32, 50, step - 46, theme.line)
        painter.end()
