"""Strings as tuples of tokens, and a trie that finds thousands of them in a text at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

Key = tuple[str, ...]
"""A string's tokens: runs of word characters, and every other sign that is no white space."""

TOKEN = re.compile(r"\w+|[^\w\s]")
"""A token, wherever it stands."""

_END = ""
"""Where a node of the trie keeps its value; no token is empty."""

Value = TypeVar("Value")


@lru_cache(maxsize=65_536)
def key_of(string: str) -> Key:
    """Return the tokens of a string, case kept; white space between them does not matter."""
    return tuple(TOKEN.findall(string))


class Tokens:
    """The tokens of a text; where they stand is only worked out when somebody asks.

    Attributes:
        words: the tokens in order.
    """

    __slots__ = ("_starts", "_text", "words")

    def __init__(self, text: str) -> None:
        """Read a text."""
        self._text = text
        self._starts: list[int] | None = None
        self.words: list[str] = TOKEN.findall(text)

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return where the tokens [first, end) stand: a span in code points."""
        if self._starts is None:
            self._starts = [match.start() for match in TOKEN.finditer(self._text)]
        return self._starts[first], self._starts[end - 1] + len(self.words[end - 1])


class Trie(Generic[Value]):
    """Values by key; finds every key in a text in one pass, whatever their number."""

    def __init__(self) -> None:
        """Begin without keys."""
        self._root: dict[str, Any] = {}

    def get(self, key: Key) -> Value | None:
        """Return the value of a key, None where there is none."""
        node = self._root
        for token in key:
            if token not in node:
                return None
            node = node[token]
        value: Value | None = node.get(_END)
        return value

    def put(self, key: Key, value: Value) -> None:
        """Set the value of a key; one without tokens is never found."""
        node = self._root
        for token in key:
            node = node.setdefault(token, {})
        node[_END] = value

    def drop(self, key: Key) -> None:
        """Forget the value of a key, where it has one."""
        node = self._root
        for token in key:
            if token not in node:
                return
            node = node[token]
        node.pop(_END, None)

    def longest(self, words: Sequence[str], first: int) -> tuple[int, Value] | None:
        """Return the longest key that begins at a token: the token after it, and its value."""
        node, end, count = self._root, first, len(words)
        found: tuple[int, Value] | None = None
        while end < count and (following := node.get(words[end])) is not None:
            node, end = following, end + 1
            if _END in node:
                found = end, node[_END]
        return found

    def all(self, words: Sequence[str], first: int) -> Iterator[tuple[int, Value]]:
        """Yield every key that begins at a token, the shortest first, as `longest` does."""
        node, end, count = self._root, first, len(words)
        while end < count and (following := node.get(words[end])) is not None:
            node, end = following, end + 1
            if _END in node:
                yield end, node[_END]

    def begins(self, words: Sequence[str]) -> Iterator[int]:
        """Yield the places of the tokens that a key can begin at."""
        root = self._root
        return (place for place, word in enumerate(words) if word in root)
