"""Near duplicates have a band in common; what is only about the same does not count as one."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from curator.domain.stories import NEAR, alike, bands, shingles
from tests.support.dispatches import dispatch, updated


def test_that_of_pairs_which_share_four_fifths_98_of_100_have_a_band_in_common() -> None:
    chance = random.Random(5)
    near = found = 0
    for _ in range(700):
        old = dispatch(chance)
        new = updated(old, chance, edits=chance.randint(1, 6))
        one, other = "\n".join(old), "\n".join(new)
        if alike(shingles(one), shingles(other)) >= NEAR:
            near += 1
            found += bool(set(bands(one)) & set(bands(other)))
    assert near > 300
    assert found >= 0.98 * near


def test_that_texts_of_the_same_words_in_other_sentences_are_not_near() -> None:
    chance = random.Random(6)
    texts = ["\n".join(dispatch(chance)) for _ in range(60)]
    known = [shingles(text) for text in texts]
    assert max(alike(one, two) for one in known for two in known if one is not two) < 0.1


def test_that_white_space_and_capitals_do_not_count_and_words_do() -> None:
    assert alike(shingles("One two three."), shingles("ONE  two\nthree.")) == 1.0
    assert alike(shingles("One two three."), shingles("One two four.")) == 0.0
    assert bands("One two three.") == bands("one two three.")


@given(st.text(min_size=1))
def test_that_every_text_has_bands(text: str) -> None:
    assert len(bands(text)) == 9
    assert all(0 <= key < 1 << 32 for key in bands(text))
    assert alike(shingles(text), shingles(text)) == 1.0
