"""Colour arithmetic: mixing, contrast, and how far apart two colours look."""

from __future__ import annotations

import math
from functools import lru_cache

Vector = tuple[float, float, float]

SIGHTS: dict[str, tuple[Vector, Vector, Vector]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
"""Linear RGB as dichromats see it: Machado, Oliveira and Fernandes 2009, severity 1."""

_TO_XYZ: tuple[Vector, Vector, Vector] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Vector = (0.95047, 1.0, 1.08883)


def channels(colour: str) -> Vector:
    """Return red, green and blue of ``#RRGGBB``, each 0–1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


@lru_cache(maxsize=1024)
def mix(over: str, under: str, opacity: float) -> str:
    """Return the colour (``#RRGGBB``) of one laid over another with an opacity of 0–1."""
    pairs = zip(channels(over), channels(under), strict=True)
    mixed = (round(255 * (top * opacity + base * (1 - opacity))) for top, base in pairs)
    return "#" + "".join(f"{value:02X}" for value in mixed)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1–21, as WCAG 2.1 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def distance(one: str, other: str, *, sight: str = "normal") -> float:
    """Return CIEDE2000 between two colours, as seen by one of `SIGHTS`."""
    return delta_e(lab(one, sight=sight), lab(other, sight=sight))


def lab(colour: str, *, sight: str = "normal") -> Vector:
    """Return CIE L*a*b* (D65) of a colour, as seen by one of `SIGHTS`."""
    seen = _times(SIGHTS[sight], _linear(channels(colour)))
    clipped = (_unit(seen[0]), _unit(seen[1]), _unit(seen[2]))
    pairs = zip(_times(_TO_XYZ, clipped), _WHITE, strict=True)
    x, y, z = (_cube_root(value / white) for value, white in pairs)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def delta_e(one: Vector, other: Vector) -> float:
    """Return CIEDE2000 between two L*a*b* colours (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    boost = 1 + 0.5 * (1 - _seventh((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2))
    c1, c2 = math.hypot(a1 * boost, b1), math.hypot(a2 * boost, b2)
    h1, h2 = _hue(a1 * boost, b1), _hue(a2 * boost, b2)
    turn = (h2 - h1 + 180) % 360 - 180 if c1 and c2 else 0.0
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = (h1 + turn / 2) % 360 if c1 and c2 else h1 + h2
    scale_l = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    scale_c = 1 + 0.045 * chroma
    scale_h = 1 + 0.015 * chroma * _weight(hue)
    part_l = (l2 - l1) / scale_l
    part_c = (c2 - c1) / scale_c
    part_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / scale_h
    angle = 60 * math.exp(-(((hue - 275) / 25) ** 2))
    twist = -2 * _seventh(chroma) * math.sin(math.radians(angle))
    return math.sqrt(part_l**2 + part_c**2 + part_h**2 + twist * part_c * part_h)


def _weight(hue: float) -> float:
    return (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )


def _seventh(chroma: float) -> float:
    return math.sqrt(chroma**7 / (chroma**7 + 25.0**7))


def _hue(a: float, b: float) -> float:
    return math.degrees(math.atan2(b, a)) % 360


def _luminance(colour: str) -> float:
    return _times(_TO_LUMINANCE, _linear(channels(colour)))[0]


_TO_LUMINANCE: tuple[Vector, Vector, Vector] = ((0.2126, 0.7152, 0.0722), (0, 0, 0), (0, 0, 0))


def _linear(colour: Vector) -> Vector:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in colour
    )
    return red, green, blue


def _times(matrix: tuple[Vector, Vector, Vector], vector: Vector) -> Vector:
    x, y, z = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def _unit(value: float) -> float:
    return max(0.0, min(1.0, value))


def _cube_root(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
