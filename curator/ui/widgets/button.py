"""Buttons with an icon, words and a key cap."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from curator.ui import fonts, icons, paint
from curator.ui.actions import action
from curator.ui.colour import mix
from curator.ui.do import Do
from curator.ui.key_caps import cap
from curator.ui.metrics import BUTTON
from curator.ui.tokens import Theme
from curator.ui.widgets.keyed import Keys
from curator.ui.widgets.line import plain_tip

_ALONE = 30


def tip(name: str, key: str = "") -> str:
    """Return the tooltip of a control: its name and its key."""
    return f"{name} ({key})" if key else name


class Button(QAbstractButton):
    """A button: `plain` on raised ground, `primary` in the accent, `ghost` without ground.

    It takes the focus by Tab only, so that a click leaves the keys with the text.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        icon: str = "",
        key: str = "",
        do: Do | None = None,
        kind: str = "plain",
        name: str = "",
        height: int = BUTTON,
        after: str = "",
        font: QFont | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button.

        Args:
            icon: name of an icon, empty for none.
            key: what its cap shows; also in the tooltip.
            do: the action that it does, whose key it shows.
            kind: ``plain``, ``primary`` or ``ghost``.
            name: what it is called where it has no words.
            after: name of a small icon behind the words, such as ``down`` for a menu.
            font: of its words, where it is not that of controls.
        """
        super().__init__(parent)
        key = cap(action(do).key) if do is not None else key
        self._theme, self._icon, self._key, self._kind = theme, icon, key, kind
        self._do = do
        self._height, self._tone, self._after, self._capped = height, "", after, True
        primary = kind == "primary"
        self._font = font or fonts.interface(12.5 if primary else 12, 600 if primary else 500)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.set_name(name or text)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def set_name(self, name: str) -> None:
        """Say what it is called to those who do not see it, and in its tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(tip(name, self._key)))

    def set_keymap(self, keymap: Keys) -> None:
        """Show the key that its action has now."""
        if self._do is not None:
            self._key = cap(keymap.key(self._do))
            self.set_name(self.accessibleName())
            self.updateGeometry()
            self.update()

    def set_look(self, *, text: str | None = None, icon: str | None = None, tone: str = "") -> None:
        """Change words or icon, and give the icon a token's colour (empty: as the words)."""
        look = (self.text() if text is None else text, self._icon if icon is None else icon, tone)
        if look == (self.text(), self._icon, self._tone):
            return
        self.setText(look[0])
        _text, self._icon, self._tone = look
        self.updateGeometry()
        self.update()

    def set_capped(self, *, on: bool) -> None:
        """Show or leave out the key cap, where room is scarce."""
        self._capped = on
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of icon, words and key cap."""
        if not self.text():
            return QSize(_ALONE if self._kind == "plain" else 24, self._height)
        width = 20 + fonts.wide(self.text(), self._font)
        width += 21 if self._icon else 0
        width += 15 if self._after else 0
        width += paint.key_cap_width(self._key) + 8 if self._capped and self._key else 0
        return QSize(round(width), self._height)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which its words would be cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up under the pointer."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, words and key cap."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        ink = self._ground(painter, rect)
        if not self.isEnabled():
            ink = mix(ink, self._theme.panel, 0.5)
        tone = str(getattr(self._theme, self._tone)) if self._tone else ink
        x = 10.0 if self.text() else (rect.width() - 16) / 2
        if self._icon:
            icons.draw(painter, self._icon, tone, QPointF(x, (rect.height() - 16) / 2))
            x += 21
        if self.text():
            words = rect.adjusted(x, 0, 0, 0)
            paint.put(painter, words, self.text(), self._font, ink, elide=False)
        if self._after:
            at = QPointF(rect.width() - 19, (rect.height() - 12) / 2)
            icons.draw(painter, self._after, ink, at, 12)
        if self._capped and self._key and self.text():
            self._cap(painter, rect)
        if self.hasFocus():
            self._ring(painter, rect)
        painter.end()

    def _ground(self, painter: QPainter, rect: QRectF) -> str:
        """Paint the ground and return the ink for it."""
        theme, over = self._theme, self.underMouse() and self.isEnabled()
        if self._kind == "primary":
            ground = mix(theme.ink, theme.accent, 0.12) if over else theme.accent
            ground = ground if self.isEnabled() else mix(theme.accent, theme.panel, 0.5)
            paint.box(painter, rect, 6, ground)
            return theme.accent_ink
        if self.isChecked():
            edge = mix(theme.accent, theme.accent_wash, 0.4) if self._kind == "plain" else None
            paint.box(painter, rect, 6, theme.accent_wash, edge)
            return theme.accent
        if self._kind == "plain":
            ground = theme.hover if over else theme.raised
            ground = theme.sunken if self.isDown() else ground
            paint.box(painter, rect, 6, ground, mix(theme.edge, theme.raised, 0.5))
            return theme.ink if self.text() else theme.ink2
        if over or self.isDown():
            paint.box(painter, rect, 6, theme.hover)
            return theme.ink
        return theme.ink2

    def _cap(self, painter: QPainter, rect: QRectF) -> None:
        theme, y = self._theme, (rect.height() - 16) / 2
        if self._kind == "primary":
            ink, ground = theme.accent_ink, theme.accent
            if not self.isEnabled():
                ink, ground = mix(ink, theme.panel, 0.5), mix(ground, theme.panel, 0.5)
            paint.key_cap(painter, rect.right() - 7, y, self._key, theme, ink=ink, ground=ground)
        else:
            paint.key_cap(painter, rect.right() - 7, y, self._key, theme)

    def _ring(self, painter: QPainter, rect: QRectF) -> None:
        if self._kind == "primary":
            inner = rect.adjusted(2, 2, -2, -2)
            paint.box(painter, inner, 4.5, None, self._theme.accent_ink, width=1.5)
        else:
            paint.focus_ring(painter, rect, 6, self._theme)


class Link(QAbstractButton):
    """Words that act, underlined; for notices and other coloured grounds."""

    def __init__(
        self, theme: Theme, text: str, *, ink: str = "ink", parent: QWidget | None = None
    ) -> None:
        """Make a link in a token's ink."""
        super().__init__(parent)
        self._theme, self._ink = theme, ink
        self._font = fonts.interface(12.5, 600)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of its words."""
        return QSize(round(fonts.wide(self.text(), self._font)) + 8, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the words with a line under them."""
        painter = QPainter(self)
        ink = str(getattr(self._theme, self._ink))
        rect = QRectF(self.rect()).adjusted(4, 0, -4, 0)
        paint.put(painter, rect, self.text(), self._font, ink, elide=False)
        paint.hairline(painter, rect.x(), rect.bottom() - 5, rect.width(), ink)
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), 4, self._theme)
        painter.end()
