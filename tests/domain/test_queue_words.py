"""What is typed into the filter box is read as it is meant, or it is said what cannot be read."""

from __future__ import annotations

import pytest

from curator.domain.faults import Fault
from curator.domain.queue_words import Key, Term, plain, read, written


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", []),
        ("!? ", []),
        ("free text", [Term(Key.TEXT, ("free",)), Term(Key.TEXT, ("text",))]),
        ('"the quay"', [Term(Key.TEXT, ("the quay",))]),
        ("“the quay”", [Term(Key.TEXT, ("the quay",))]),
        ("-strike", [Term(Key.TEXT, ("strike",), wanted=False)]),
        ("12:30 http://x", [Term(Key.TEXT, (one,)) for one in ("12", "30", "http", "x")]),
        ("label:ORG", [Term(Key.LABEL, ("ORG",))]),
        ("LABEL:ORG,GPE", [Term(Key.LABEL, ("ORG", "GPE"))]),
        ("-label:ORG", [Term(Key.LABEL, ("ORG",), wanted=False)]),
        ('batch:"of May","of June"', [Term(Key.BATCH, ("of May", "of June"))]),
        ('batch:"still being ty', [Term(Key.BATCH, ("still being ty",))]),
        ("flag:", [Term(Key.FLAG, ())]),
        ("story:no", [Term(Key.STORY, (), wanted=False)]),
        ("-flag: ORG", [Term(Key.FLAG, (), wanted=False), Term(Key.TEXT, ("ORG",))]),
        ("flag:no", [Term(Key.FLAG, (), wanted=False)]),
        ("entities:OPEN,left", [Term(Key.ENTITIES, ("open", "left"))]),
        ("date:2024", [Term(Key.DATE, ("2024-01-01", "2025-01-01"))]),
        ("date:2024-12", [Term(Key.DATE, ("2024-12-01", "2025-01-01"))]),
        ("date:2024-2-29", [Term(Key.DATE, ("2024-02-29", "2024-03-01"))]),
        ("date:2024-03..2024-06", [Term(Key.DATE, ("2024-03-01", "2024-07-01"))]),
        ("date:..2024", [Term(Key.DATE, ("", "2025-01-01"))]),
        ("date:none", [Term(Key.DATE, ())]),
        ("comment:why", [Term(Key.COMMENT, ("why",))]),
    ],
)
def test_that_terms_are_read(typed: str, terms: list[Term]) -> None:
    assert list(read(typed)) == terms


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("colour:red", "filter.key", "colour:"),
        ("label:", "filter.value", "label:"),
        ('batch:""', "filter.value", "batch:"),
        ("entities:finished", "filter.value", "finished"),
        ("flag:perhaps", "filter.value", "perhaps"),
        ("date:", "filter.date", ""),
        ("date:2024-13", "filter.date", "2024-13"),
        ("date:may..2024", "filter.date", "may"),
        ("date:9999", "filter.date", "9999"),
    ],
)
def test_that_it_is_said_what_cannot_be_read(typed: str, code: str, said: str) -> None:
    with pytest.raises(Fault) as caught:
        read(typed)
    assert caught.value.code == code
    assert said in caught.value.facts.values()


@pytest.mark.parametrize("value", ["ORG", "of May", "a,b", "week 7"])
def test_that_a_written_term_is_read_as_it_was_meant(value: str) -> None:
    assert list(read(written(Key.BATCH, value))) == [Term(Key.BATCH, (value,))]


def test_that_plain_words_hold_no_term() -> None:
    assert plain('label:ORG -"of May"') == "label ORG of May"
    assert plain(":") == ""
