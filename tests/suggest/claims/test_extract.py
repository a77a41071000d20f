"""What holds for every text: its spans fit, its claims have an order, and nothing raises."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from curator.suggest.claims import extract

PARTS = ("content", "cue", "source", "addressee", "medium")
TEXTS = st.text(alphabet='said“”"‘’,.:()—🙂\n\t a', max_size=60) | st.lists(
    st.sampled_from(
        [
            *("said", "denied", "hopes", "that", "he", "the minister", "who", "and", "told us"),
            *("“", "”", "according to", "in a statement", ",", ".", ":", "—", "\n\n", "(", ")"),
            *("reportedly", "calls for", "Stressing that", "'s", "n't", "in his view", "as", "🙂"),
        ]
    ),
    max_size=40,
).map(" ".join)


@pytest.mark.model
@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "“", "”“", ":", "A:", "🙂", "said", "As"])
def test_that_a_text_without_a_claim_has_none(find, text):
    assert [frame for frame in find(text) if frame.score >= 0.5] == []


@pytest.mark.model
@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_that_spans_fit_whatever_the_text(find, text):
    frames = find(text)
    for frame in frames:
        assert len(frame.cue) <= 1
        assert frame.content
        for part in PARTS:
            spans = getattr(frame, part)
            assert list(spans) == sorted(spans)
            for start, end in spans:
                assert 0 <= start < end <= len(text)
                assert text[start:end] == text[start:end].strip()
        assert frame.parent is None or frames[frame.parent] is not frame


@pytest.mark.model
def test_that_claims_come_in_the_order_of_their_first_words(find):
    text = "The clerk said that it rained. “It was wet,” the baker said. He hoped for sun."
    starts = [
        min(start for part in PARTS for start, _ in getattr(frame, part)) for frame in find(text)
    ]
    assert starts == sorted(starts)


@pytest.mark.model
def test_that_a_claim_in_a_claim_names_its_parent(find):
    text = "Officials said that the minister denied the accusations."
    frames = find(text)
    inner = next(frame for frame in frames if text[slice(*frame.cue[0])] == "denied")
    assert inner.nested
    assert text[slice(*frames[inner.parent].cue[0])] == "said"


@pytest.mark.model
def test_that_accents_and_pictures_do_not_shift_a_span(find):
    text = "🚢🚢 The cafe\u0301 owner said that the ship was late."
    claim = next(frame for frame in find(text) if frame.score >= 0.5)
    assert [text[slice(*span)] for span in claim.content] == ["that the ship was late"]


@pytest.mark.parametrize("dep", ["ccomp", "conj", "xcomp", "advcl"])
def test_that_a_sentence_may_be_as_deep_as_it_is_long(lexicon, dep):
    size = 1500  # Python gives up at 1,000 calls within calls
    doc = Doc(
        spacy.blank("en").vocab,
        words=["said"] * size,
        lemmas=["say"] * size,
        heads=[max(0, token - 1) for token in range(size)],
        deps=["ROOT"] + [dep] * (size - 1),
        pos=["VERB"] * size,
        tags=["VBD"] * size,
    )
    assert len(extract(doc, lexicon)) <= size


def test_that_a_document_without_a_parse_raises_nothing(lexicon):
    assert extract(spacy.blank("en")("He said: “We are not going there.”"), lexicon) == []
