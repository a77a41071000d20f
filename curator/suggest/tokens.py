"""Sentences and tokens by rule, the same whatever model is installed."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language

from curator.suggest.pieces import pieces

Span = tuple[int, int]


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return pipeline


def sentences(text: str) -> list[list[Span]]:
    """Split a text into sentences, and these into tokens.

    White space is no token, and a sentence has at least one. Long texts are split in pieces that
    end with paragraphs.

    Args:
        text: of any length.

    Returns:
        Per sentence its tokens as half-open spans in code points.
    """
    pipeline = _pipeline()
    found: list[list[Span]] = []
    for start, end in pieces(text):
        for sentence in pipeline(text[start:end]).sents:
            tokens = [
                (start + token.idx, start + token.idx + len(token))
                for token in sentence
                if not token.is_space
            ]
            if tokens:
                found.append(tokens)
    return found
