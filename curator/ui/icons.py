"""Icons: our own SVG files, tinted at load for theme and scale."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from curator.assets import resources
from curator.domain.faults import Bug
from curator.ui.colour import mix
from curator.ui.tokens import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_THIN_ABOVE = 18


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """Return an icon in one colour.

    Args:
        name: the file's name in ``resources/icons`` without its suffix.
        colour: ``#RRGGBB``.
        size: logical pixels; above 18 the stroke is thinner.
        ratio: device pixels per logical pixel.

    Raises:
        Bug: when there is no such icon.
    """
    width = "1.25" if size > _THIN_ABOVE else "1.5"
    source = _source(name).replace("currentColor", colour)
    source = source.replace('stroke-width="1.5"', f'stroke-width="{width}"')
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(source.encode()).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


@lru_cache(maxsize=256)
def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon for menus and buttons, resting in `ink2`, with a paler one when disabled."""
    from PySide6.QtGui import QIcon  # not at the top: the first paint does without it

    made = QIcon()
    paler = mix(theme.ink3, theme.panel, 0.6)
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, theme.ink2, 16, ratio), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, theme.ink, 16, ratio), QIcon.Mode.Active)
        made.addPixmap(pixmap(name, paler, 16, ratio), QIcon.Mode.Disabled)
    return made


def draw(painter: QPainter, name: str, colour: str, at: QPointF, size: int = 16) -> None:
    """Draw an icon with its upper left corner at a place, at the device's own resolution."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    painter.drawPixmap(at, pixmap(name, colour, size, ratio))


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    path = resources() / "icons" / f"{name}.svg"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise Bug(f"no icon {name!r}") from error
