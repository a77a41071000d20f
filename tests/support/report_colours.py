"""The colours of reports, made from the window's: `python -m tests.support.report_colours`."""

from __future__ import annotations

from curator import assets
from curator.ui.tokens import CLAIMS, ENTITIES, Theme, theme

FILE = assets.resources() / "report" / "colours.css"

_SURFACES = ("page", "sunken", "line", "edge", "ink", "ink2", "accent", "ring", "focus")


def colours() -> str:
    """Return both themes as a style sheet; paper is always light."""
    light, dark = theme("light"), theme("dark")
    lines = [
        "/* Made by tests/support/report_colours.py from the window's tokens; do not edit. */",
        *_theme(light),
        "@media screen and (prefers-color-scheme: dark) {",
        *(f"  {line}" for line in _theme(dark)),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _theme(one: Theme) -> list[str]:
    surfaces = "; ".join(f"--{name}: {getattr(one, name)}" for name in _SURFACES)
    entities = [
        f".e.f-{family} {{ --strong: {one.strong(family)}; --fill: {one.fill(family)}; "
        f"--rim: {one.fill_edge(family)}; --tint: {one.tint(family)} }}"
        for family in (*ENTITIES, "grey")
    ]
    claims = [f".c.f-{family} {{ --strong: {one.claim(family)} }}" for family in CLAIMS]
    return [f":root {{ {surfaces} }}", *entities, *claims]


if __name__ == "__main__":
    FILE.write_text(colours(), encoding="utf-8")
