"""Sentences and tokens for the formats that are written token by token."""

from __future__ import annotations

from curator.formats.outgoing import Sentences
from curator.suggest.client import SuggestProcess


class SentenceSource:
    """Sentences from the suggest process, started only for formats that need tokens."""

    def __init__(self, *, needed: bool) -> None:
        """Prepare it."""
        self._process = SuggestProcess(layers=()) if needed else None

    def __enter__(self) -> SentenceSource:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.close()

    def of(self, text: str) -> Sentences:
        """Return the sentences of a text as token spans; none where they are not needed."""
        return () if self._process is None else next(self._process.sentences([text]))
