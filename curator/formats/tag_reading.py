"""Tokens and tags (IOB, BIOES, BILOU) on their way in become a text with entities."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from curator.domain.annotation import Layer
from curator.formats.base import Item, Problem, ReadOptions
from curator.formats.draft import Draft

_TAG = re.compile(r"([BIESULM])-(.+)", re.DOTALL)
_NOTHING = frozenset({"O", "_", "-"})
_BEGINS, _ENDS = frozenset("BSU"), frozenset("SUEL")


class TaggedText:
    """One document, token by token.

    A tag that goes on without an entity before it, as IOB1 writes, begins one.

    Attributes:
        begun: whether it has a token.
    """

    def __init__(self, options: ReadOptions, *, line: int, sender_id: str | None = None) -> None:
        """Begin it.

        Args:
            options: how the file is called.
            line: where it begins in its file.
            sender_id: the sender's id, if there is one.
        """
        self._options = options
        self._line = line
        self._sender_id = sender_id
        self._parts: list[str] = []
        self._length = 0
        self._entities: list[tuple[int, int, str, int]] = []
        self._open: tuple[int, int, str, int] | None = None
        self._problems: list[Problem] = []
        self._hash = hashlib.sha256()
        self._size = 0
        self.begun = False

    def took(self, raw: bytes) -> None:
        """Note bytes that belong to it."""
        self._hash.update(raw)
        self._size += len(raw)

    def blank(self, words: str) -> None:
        """Add white space."""
        self._parts.append(words)
        self._length += len(words)

    def token(self, words: str) -> tuple[int, int]:
        """Add a token; return where it lies."""
        self.begun = True
        start = self._length
        self.blank(words)
        return start, self._length

    def tag(self, place: tuple[int, int], tag: str, *, line: int) -> None:
        """Take the tag of a token, in reading order."""
        found = None if tag in _NOTHING else _TAG.fullmatch(tag)
        if found is None:
            self._close()
            if tag not in _NOTHING:
                self.complain(line, "import.tag", tag=tag)
            return
        letter, label = found.groups()
        if self._open is None or letter in _BEGINS or self._open[2] != label:
            self._close()
            self._open = (*place, label, line)
        else:
            start, _, label, first = self._open
            self._open = (start, place[1], label, first)
        if letter in _ENDS:
            self._close()

    def complain(self, line: int, code: str, **facts: str) -> None:
        """Note something that is not as it should be."""
        self._problems.append(self._options.problem(line, code, **facts))

    def _close(self) -> None:
        if self._open is not None:
            self._entities.append(self._open)
        self._open = None

    def items(self, *, stem: str = "", title: str = "") -> Iterator[Item]:
        """Yield the document, then what was wrong; nothing when it has no token.

        Args:
            stem: what the id is made of where the sender gave none.
            title: if one was given.
        """
        self._close()
        if self.begun:
            draft = Draft(
                self._options,
                "".join(self._parts),
                line=self._line,
                sender_id=self._sender_id,
                stem=stem,
            )
            draft.has(Layer.ENTITY)
            for start, end, label, line in self._entities:
                thing = {"start": start, "end": end, "label": label}
                draft.add(Layer.ENTITY, thing, line=line)
            yield from draft.items((self._hash.hexdigest(), self._size), title=title)
        yield from self._problems
