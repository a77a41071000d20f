"""Plain values become spaCy's documents, and back; where spaCy's own format meets spaCy."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

KEY = "curator"
"""Under which a document's user data keep what spaCy has no place for, as JSON."""

_ATTRIBUTES = ("ORTH", "ENT_IOB", "ENT_TYPE", "ENT_ID", "SENT_START")
_BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError)
"""What spaCy raises on bytes that are none of its own."""

TokenSpan = tuple[int, int, str, str]
"""First token, the one after the last, label and id."""


class NoDocBin(Exception):
    """Bytes that are no DocBin; its argument is the reason."""


def _spacy() -> Any:
    """Return spaCy; imported here and only here, so that no other format waits for it."""
    # What spaCy loads tries whether there is IPv6; nothing here needs any socket.
    socket.has_ipv6 = False
    import spacy.tokens
    import spacy.vocab

    return spacy


class Bin:
    """Collects documents."""

    def __init__(self) -> None:
        """Begin an empty one."""
        self._spacy = _spacy()
        self._vocab = self._spacy.vocab.Vocab()
        self._bin = self._spacy.tokens.DocBin(attrs=_ATTRIBUTES, store_user_data=True)

    def add(self, plain: dict[str, Any]) -> None:
        """Add a document.

        Args:
            plain: ``words``, ``spaces`` and ``starts`` of its tokens; ``ents`` and ``groups`` of
                spans, each a `TokenSpan`; ``missing``, pairs of tokens of which nothing is known;
                ``open``, whether that is all of them; ``kept``, what goes into the user data.
        """
        tokens = self._spacy.tokens
        doc = tokens.Doc(
            self._vocab, words=plain["words"], spaces=plain["spaces"], sent_starts=plain["starts"]
        )
        doc.set_ents(
            [_span(tokens, doc, one) for one in plain["ents"]],
            missing=[tokens.Span(doc, *pair) for pair in plain["missing"]],
            default="missing" if plain["open"] else "outside",
        )
        for key, spans in plain["groups"].items():
            doc.spans[key] = [_span(tokens, doc, one) for one in spans]
        doc.user_data[KEY] = plain["kept"]
        self._bin.add(doc)

    def finish(self) -> bytes:
        """Return the file."""
        data: bytes = self._bin.to_bytes()
        return data


def _span(tokens: Any, doc: Any, one: list[Any]) -> Any:
    start, end, label, name = one
    return tokens.Span(doc, start, end, label=label, span_id=name)


def docs(data: bytes) -> Iterator[dict[str, Any]]:
    """Yield the documents of a file, as plain values.

    Yields:
        ``text``; ``ents`` and ``groups`` of spans, each start and end (code points), label and
        id; ``annotated``, whether anything is known of its entities; ``kept``, the user data.

    Raises:
        NoDocBin: when the bytes, or those from some document on, are none of spaCy's.
    """
    spacy = _spacy()
    try:
        opened = spacy.tokens.DocBin(store_user_data=True).from_bytes(data)
        for doc in opened.get_docs(spacy.vocab.Vocab()):
            kept = doc.user_data.get(KEY)
            yield {
                "text": doc.text,
                "ents": [_plain(one) for one in doc.ents],
                "groups": {key: [_plain(one) for one in spans] for key, spans in doc.spans.items()},
                "annotated": doc.has_annotation("ENT_IOB"),
                "kept": kept if isinstance(kept, str) else "{}",
            }
    except _BROKEN as error:
        raise NoDocBin(str(error).partition("\n")[0][:120]) from error


def _plain(span: Any) -> tuple[int, int, str, str]:
    return span.start_char, span.end_char, span.label_, span.id_
