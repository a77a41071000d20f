"""The tokens of both themes: the only place where colours are written down."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from curator.domain.faults import Bug
from curator.ui.colour import contrast, mix

ENTITIES = MappingProxyType(
    {  # family: light strong, light fill, dark strong, dark fill
        "PERSON": ("#166DA9", "#D8E5FF", "#2F88E6", "#325D92"),
        "ORG": ("#847EFE", "#C9C3DF", "#CCB7FF", "#333467"),
        "GPE": ("#6F976F", "#CEF4D7", "#AFE68F", "#495C41"),
        "LOC": ("#186C5D", "#87D5C8", "#7AEADA", "#15685E"),
        "NORP": ("#602C60", "#FCBFD1", "#E25090", "#49333B"),
        "EVENT": ("#D87019", "#DEC2A1", "#AC7C5C", "#58310C"),
        "DATE": ("#3A9AA6", "#D3F1F2", "#40A2AC", "#1D525F"),
        "FAC": ("#5C4602", "#ECEAB8", "#C59E29", "#685E24"),
        "QUANTITY": ("#557328", "#D5E5C0", "#B2AB6B", "#4E5128"),
        "LAW": ("#194AA0", "#BFCBFA", "#979DFE", "#283A52"),
        "PRODUCT": ("#860634", "#F9DDDF", "#FDB3C0", "#6E4952"),
        "WEAPON": ("#D43740", "#DFC0B1", "#C48A88", "#652326"),
        "VEHICLE": ("#1F9580", "#B3DCC2", "#79BBA5", "#0C4830"),
        "UNIT": ("#8D5880", "#E5CEE5", "#C998CC", "#754E75"),
    }
)
"""Colour families of entity labels, in the order in which a scheme takes them."""

CLAIMS = MappingProxyType(
    {  # family: light, dark
        "assertion": ("#338AE5", "#7AB3FE"),
        "belief": ("#1551B4", "#7A7BE8"),
        "hope": ("#569565", "#93B693"),
        "demand": ("#9A4304", "#E6952D"),
        "promise": ("#086A5A", "#0F9787"),
        "denial": ("#663466", "#C598B9"),
        "accusation": ("#7B2C2F", "#C66E59"),
        "evaluation": ("#AF7718", "#E0DA91"),
        "question": ("#057D95", "#8DE4FD"),
        "other": ("#868889", "#D0D0D0"),
    }
)
"""Colour families of claim types."""

_GREY = ("#666A73", "#E4E2DD", "#A6ABB5", "#3C4048")
_WHITE, _BLACK = "#FFFFFF", "#14161A"
LOGO_BAR = "#F0B46A"
SHADOW = "#000000"


class Theme(NamedTuple):
    """One theme: surfaces, inks and signals as ``#RRGGBB``, and the colours of label families.

    A family is what a label of the scheme names as its colour; one that is not known is grey.

    Attributes:
        sharp: whether contrast is high: no tints, wide outlines, lines that can be seen.
    """

    name: str
    page: str
    panel: str
    chrome: str
    raised: str
    sunken: str
    hover: str
    line: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accent_ink: str
    accent_wash: str
    select: str
    ring: str
    focus: str
    ok: str
    ok_wash: str
    warn: str
    warn_wash: str
    error: str
    error_wash: str
    toast: str
    toast_ink: str
    toast_link: str
    sharp: bool = False

    @property
    def outline(self) -> int:
        """How wide outlines on the page are, in logical pixels."""
        return 2 if self.sharp else 1

    @property
    def dark(self) -> bool:
        """Whether the page is darker than the ink."""
        return self.name == "dark"

    def strong(self, family: str) -> str:
        """Return the colour of outlines, chip grounds and marks."""
        if family in CLAIMS:
            return CLAIMS[family][self.dark]
        return ENTITIES.get(family, _GREY)[2 * self.dark]

    def fill(self, family: str) -> str:
        """Return the ground of an accepted entity, and of a quiet chip."""
        if family in CLAIMS:
            return mix(self.strong(family), self.raised, 0.16)
        return ENTITIES.get(family, _GREY)[2 * self.dark + 1]

    def fill_edge(self, family: str) -> str:
        """Return the outline of an accepted fill."""
        if self.sharp:
            return self.strong(family)
        return mix(self.strong(family), self.fill(family), 0.38)

    def tint(self, family: str) -> str:
        """Return the faint ground of a suggested entity; the page where contrast is high."""
        if self.sharp:
            return self.page
        return mix(self.fill(family), self.page, 0.5 if self.dark else 0.42)

    def claim(self, family: str) -> str:
        """Return the colour of a claim type's lines; grey for a type that is not ours."""
        return self.strong(family)

    def wash(self, family: str) -> str:
        """Return the ground behind the parts of the current claim; none in high contrast."""
        if self.sharp:
            return self.page
        return mix(self.claim(family), self.page, 0.24 if self.dark else 0.13)

    def line_of(self, family: str, *, current: bool = False, suggested: bool = True) -> str:
        """Return the colour of a claim's line; in the dark, one that only waits steps back."""
        colour = self.claim(family)
        faint = self.dark and suggested and not current and not self.sharp
        return mix(colour, self.page, 0.8) if faint else colour

    def chip_ink(self, ground: str) -> str:
        """Return white or black, whichever reads better on a ground."""
        return _ink_on(ground)


_LIGHT = Theme(
    name="light",
    page="#FDFCFA",
    panel="#F6F5F2",
    chrome="#EFEEEA",
    raised="#FFFFFF",
    sunken="#EBE9E4",
    hover="#E9E7E1",
    line="#E2DFD8",
    edge="#8B867B",
    ink="#1B1D22",
    ink2="#565B65",
    ink3="#666A73",
    accent="#2B5FC7",
    accent_ink="#FFFFFF",
    accent_wash="#E3EAF8",
    select="#CFDDF7",
    ring="#14161A",
    focus="#2B5FC7",
    ok="#1D7446",
    ok_wash="#E2F1E7",
    warn="#8F5A00",
    warn_wash="#FAEDD2",
    error="#B3261E",
    error_wash="#FBE6E3",
    toast="#23262C",
    toast_ink="#F3F4F6",
    toast_link="#A9C4FA",
)

_DARK = Theme(
    name="dark",
    page="#1A1C20",
    panel="#202328",
    chrome="#15171A",
    raised="#282B31",
    sunken="#131518",
    hover="#2C3037",
    line="#30343B",
    edge="#747A86",
    ink="#DEE0E4",
    ink2="#A6ABB5",
    ink3="#8D939E",
    accent="#86ACF5",
    accent_ink="#10141C",
    accent_wash="#27344D",
    select="#33486E",
    ring="#F5F6F8",
    focus="#86ACF5",
    ok="#6CC591",
    ok_wash="#1E3529",
    warn="#E0B04A",
    warn_wash="#3A301A",
    error="#F28B82",
    error_wash="#42231F",
    toast="#E7E9ED",
    toast_ink="#1B1D22",
    toast_link="#1F4FB0",
)

THEMES = ("light", "dark")


@lru_cache
def theme(name: str, *, sharp: bool = False) -> Theme:
    """Return the theme ``"light"`` or ``"dark"``.

    Args:
        name: of the theme.
        sharp: whether contrast is to be high: hairlines become edges, edges and the palest ink
            become darker (in the dark, lighter).

    Raises:
        Bug: for any other name.
    """
    found = {one.name: one for one in (_LIGHT, _DARK)}.get(name)
    if found is None:
        raise Bug(f"no theme {name!r}")
    if not sharp:
        return found
    return found._replace(line=found.edge, edge=found.ink2, ink3=found.ink2, sharp=True)


@lru_cache(maxsize=256)
def _ink_on(ground: str) -> str:
    return max(_WHITE, _BLACK, key=lambda ink: contrast(ink, ground))
