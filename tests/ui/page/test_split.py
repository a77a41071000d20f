"""Long paragraphs in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from curator.ui.page.split import LONG, split

SENTENCE = "The tanker left the yard before midnight, a harbour logbook says. "


def test_that_short_paragraphs_are_shown_as_they_are():
    text = "One.\n\nTwo."
    view = split(text)
    assert view.text is text
    assert view.starts == (0, 5, 6)
    assert not view.seams


def test_that_a_long_paragraph_is_cut_after_a_sentence():
    text = "Head.\n" + SENTENCE * 60
    view = split(text)
    assert view.seams == frozenset({1, 2})
    assert all(view.text[start - 2] == "." for start in view.starts[2:])


CHUNKS = st.sampled_from([*"ab. \u0301\n\u00a0", "word " * 90, "x" * 900])


@given(st.lists(CHUNKS, max_size=25).map("".join))
def test_that_only_spaces_become_newlines(text):
    view = split(text)
    assert len(view.text) == len(text)
    changed = [at for at, (a, b) in enumerate(zip(text, view.text, strict=True)) if a != b]
    assert all(text[at] == " " and view.text[at] == "\n" for at in changed)
    assert len(changed) == len(view.seams)
    assert list(view.starts) == [0, *(at + 1 for at, c in enumerate(view.text) if c == "\n")]


@given(st.integers(1, 9))
def test_that_a_paragraph_without_spaces_stays_whole(times):
    assert split("x" * LONG * times).starts == (0,)


def test_that_a_space_under_a_combining_mark_is_no_seam():
    text = "x" * (LONG - 5) + " \u0301" + "y" * LONG
    assert split(text).text == text


def test_that_pieces_of_a_right_to_left_paragraph_keep_its_direction():
    text = "אמר " + "NATO said " * 400
    assert split(text).right_to_left == frozenset(range(len(split(text).starts)))
    assert not split("said אמר " * 400).right_to_left
