"""Claims as pictures: `{source:The minister} {cue:said} {content:that prices rose}.`"""

from __future__ import annotations

import re
from collections.abc import Mapping

from curator.suggest.claims import Frame, Span

PARTS = ("content", "cue", "source", "addressee", "medium")
_MARKS = re.compile(r"\{(?:content|cue|source|addressee|medium):|\}")


def plain(picture: str) -> str:
    return _MARKS.sub("", picture)


def shown(frames: list[Frame]) -> list[Frame]:
    return [frame for frame in frames if frame.score >= 0.5 and not frame.nested]


def drawn(text: str, frames: list[Frame]) -> list[str]:
    return [draw(text, frame) for frame in frames]


def draw(text: str, frame: Frame) -> str:
    """The text with the parts of one claim in braces; a part inside another is drawn inside it."""
    return draw_parts(text, {part: getattr(frame, part) for part in PARTS})


def draw_parts(text: str, parts: Mapping[str, tuple[Span, ...]]) -> str:
    marks: list[tuple[int, int, int, str]] = []
    for part, spans in parts.items():
        for start, end in spans:
            marks.append((start, 1, -end, f"{{{part}:"))
            marks.append((end, 0, -start, "}"))
    picture, place = "", 0
    for offset, _, _, mark in sorted(marks):
        picture += text[place:offset] + mark
        place = offset
    return picture + text[place:]
