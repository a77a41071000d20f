"""Guidelines are read as blocks of words: nothing in them is loaded or run, and any text is one."""

from __future__ import annotations

import pytest

from curator.domain.guideline import Block, Kind, Run, blocks, first_words, runs


def told(source: str) -> list[tuple[str, str]]:
    return [(one.kind.value, "".join(run.text for run in one.runs)) for one in blocks(source)]


def test_that_blocks_are_told_apart() -> None:
    source = (
        "# When\nFor ships,\nalso small ones.\n\n- one\n  goes on\n- two\n  1. deeper\n"
        "> so they\n> said\n\n```\nx = **1**\n```\n---\nThe end."
    )
    assert told(source) == [
        ("heading", "When"),
        ("paragraph", "For ships, also small ones."),
        ("bullet", "one goes on"),
        ("bullet", "two"),
        ("number", "deeper"),
        ("quote", "so they said"),
        ("code", "x = **1**"),
        ("rule", ""),
        ("paragraph", "The end."),
    ]
    assert [(one.level, one.mark) for one in blocks(source) if one.kind is Kind.NUMBER] == [
        (1, "1.")
    ]


def test_that_words_have_their_looks() -> None:
    assert runs("a **b *c*** `d*` \\*e*") == (
        Run("a "),
        Run("b ", strong=True),
        Run("c", strong=True, emphasis=True),
        Run(" "),
        Run("d*", code=True),
        Run(" "),
        Run("*"),
        Run("e*"),
    )


@pytest.mark.parametrize("words", ["2 * 3 * 4", "snake_case_name", "a ** b", "3 < 4 > 2", "[x]"])
def test_that_words_that_only_look_like_markdown_stay(words: str) -> None:
    assert runs(words) == (Run(words),)


def test_that_html_pictures_and_links_are_words() -> None:
    """A label that loaded a local picture from a document was seen elsewhere."""
    source = "<img src='file:///etc/x'> ![the map](http://a.b/c.png) [the rule](http://a.b 'title')"
    assert told(source) == [
        ("paragraph", "<img src='file:///etc/x'> the map the rule (http://a.b)")
    ]


def test_that_the_first_words_say_what_it_is_about() -> None:
    assert first_words("---\n# **Ships**\n\nand boats") == "Ships"
    assert first_words(" \n") == ""


def test_that_code_that_is_not_closed_ends_with_the_text() -> None:
    assert blocks("~~~\na\n\nb") == (Block(Kind.CODE, (Run("a\n\nb", code=True),)),)


@pytest.mark.parametrize("piece", ["*", "_a", "[", "**a", "[a](", "![a](", "- ", "`a", "\\", "> "])
def test_that_the_same_sign_thousands_of_times_is_read_to_its_end(piece: str) -> None:
    found = blocks(piece * (20_000 // len(piece)))
    assert sum(len(run.text) for block in found for run in block.runs) <= 20_000
