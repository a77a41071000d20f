"""Phrases that attribute something only as a whole."""

import pytest

from curator.suggest.claims import load_lexicon
from tests.suggest.claims.conftest import ROOT
from tests.suggest.claims.pictures import drawn, plain


@pytest.mark.model
@pytest.mark.parametrize(
    "picture",
    [
        "{source:The mayor} {cue:made clear} {content:that the pier would close}.",
        "{source:The mayor} {cue:made it very clear} {content:that the pier would close}.",
        "{source:The union} {cue:took issue with} {content:the new timetable}.",
        "{source:Holm} {cue:took strong issue with} {content:the new timetable}.",
        "{source:The captains} {cue:came out against} {content:the toll}.",
        "{source:The council} {cue:cast doubt on} {content:the figures}.",
    ],
)
def test_that_a_phrase_is_one_cue(expect, picture):
    expect(picture)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The mayor took the ferry, an issue with many sides.",
        "The divers made their way to a clear bay.",
    ],
)
def test_that_words_apart_are_no_phrase(find, text):
    assert not [frame for frame in find(text) if frame.pattern == "idiom"]


@pytest.mark.model
def test_that_the_longest_phrase_counts(find):
    text = plain("{source:Holm} {cue:came out in favor of} {content:the toll}.")
    (frame,) = [frame for frame in find(text) if frame.pattern == "idiom"]
    assert drawn(text, [frame]) == ["{source:Holm} {cue:came out in favor of} {content:the toll}."]
    assert frame.label == "evaluation"


def test_that_a_phrase_has_one_type():
    lexicon = load_lexicon(ROOT / "resources" / "lexicons")
    for verb, phrases in lexicon.idioms.items():
        words = [one for one, _label in phrases]
        assert len(words) == len(set(words)), verb
