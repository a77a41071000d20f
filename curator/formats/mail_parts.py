"""What is in a mail: its words, headers and attachments; however broken, nothing is raised."""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from curator.formats.encoding import Undecodable, decoded, known_encoding
from curator.formats.html_text import text_of_html

_DEEPEST = 32
_MOST_PARTS = 1000
_SIGNATURE = "-- "
_QUOTES = re.compile(r">*")


@dataclass(slots=True)
class Attachment:
    """A file in a mail: its name as the mail gives it, its type, its bytes; None for a mail."""

    name: str
    type: str
    content: bytes | None


@dataclass(slots=True)
class Parts:
    """What was found.

    Attributes:
        texts: kind, ``"plain"`` or ``"html"``, and words, in their order.
        attachments: in their order.
        guessed: the encoding that was guessed for a part; empty where none was.
        broken: whether a text was left out because it is none.
        cut: whether there were more parts, or deeper ones, than are looked at.
    """

    texts: list[tuple[str, str]] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    guessed: str = ""
    broken: bool = False
    cut: bool = False

    @property
    def kinds(self) -> set[str]:
        """The kinds of its texts that have words."""
        return {kind for kind, words in self.texts if words.strip()}


def parts_of(mail: Message, *, encoding: str | None = None) -> Parts:
    """Collect texts and attachments; of alternatives the plain text, else the first with words.

    Args:
        mail: parsed with the policy that raises nothing.
        encoding: what its texts are in, if somebody says so.
    """
    found = Parts()
    _collect(mail, found, encoding, depth=0, left=[_MOST_PARTS])
    return found


def _collect(
    part: Message, found: Parts, encoding: str | None, *, depth: int, left: list[int]
) -> None:
    left[0] -= 1
    if depth > _DEEPEST or left[0] < 0:
        found.cut = True
        return
    kind = part.get_content_type()
    if kind.startswith("multipart/") and part.is_multipart():
        children = []
        for child in _inside(part):
            one = Parts()
            _collect(child, one, encoding, depth=depth + 1, left=left)
            children.append(one)
        chosen = _chosen(children) if kind == "multipart/alternative" else children
        for one in children:
            found.attachments += one.attachments
            found.cut |= one.cut
        for one in chosen:
            found.texts += one.texts
            found.guessed = found.guessed or one.guessed
            found.broken |= one.broken
        return
    name = header(_safely(part.get_filename))
    if kind in ("text/plain", "text/html") and not name and not _attached(part):
        _take_text(part, kind.removeprefix("text/"), found, encoding)
    else:
        content = None if part.is_multipart() else _content(part)
        found.attachments.append(Attachment(name, kind, content))


def _chosen(children: list[Parts]) -> list[Parts]:
    """Return the alternative to read."""
    plain = [one for one in children if one.kinds == {"plain"}]
    return (plain or [one for one in children if one.kinds] or children)[:1]


def _attached(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _take_text(part: Message, kind: str, found: Parts, encoding: str | None) -> None:
    said = encoding or known_encoding(_safely(part.get_content_charset))
    content = _content(part)
    try:
        text = decoded(content, encoding=said)
    except Undecodable:
        try:
            text = decoded(content)
        except Undecodable:
            found.broken = True
            return
    if text.guessed or (said and text.encoding != said):
        found.guessed = text.encoding
    words = text.text.replace("\r\n", "\n")
    if kind == "html":
        words = text_of_html(words)
    elif str(part.get_param("format", "")).lower() == "flowed":
        tight = str(part.get_param("delsp", "")).lower() == "yes"
        words = "\n".join(_unflowed(words.split("\n"), tight=tight))
    found.texts.append((kind, words))


def _inside(part: Message) -> list[Message]:
    inside = part.get_payload()
    return [one for one in inside if isinstance(one, Message)] if isinstance(inside, list) else []


def _safely(value: Callable[[], str | None]) -> str:
    """Return a value of a header; nothing where the library trips over what is in it."""
    try:
        return str(value() or "")
    except (ValueError, LookupError):
        return ""


def _content(part: Message) -> bytes:
    """Return a part's bytes; none where its transfer encoding makes no sense at all."""
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return content if isinstance(content, bytes) else b""


def _unflowed(lines: list[str], *, tight: bool) -> Iterator[str]:
    """Join lines that a mail program has broken, as RFC 3676 has them; marks of quotes stay."""
    held: list[str] = []
    depth = 0
    for line in lines:
        quotes = _QUOTES.match(line)
        level = quotes.end() if quotes else 0
        words = line[level:].removeprefix(" ")
        if held and (level != depth or words == _SIGNATURE):
            yield "".join(held).rstrip(" ")
            held = []
        if not held and level:
            held.append(">" * level + " ")
        depth = level
        flows = words.endswith(" ") and words != _SIGNATURE
        held.append(words[:-1] if flows and tight else words)
        if not flows:
            yield "".join(held)
            held = []
    if held:
        yield "".join(held).rstrip(" ")


def header(raw: str) -> str:
    """Return a header's words on one line: encoded words decoded, bare bytes too."""
    line = " ".join(_unescaped(raw).split())
    try:
        pieces = decode_header(line)
    except (HeaderParseError, ValueError, binascii.Error):
        return line
    words = []
    for piece, charset in pieces:
        words.append(piece if isinstance(piece, str) else _words(piece, charset))
    return " ".join("".join(words).split())


def _words(piece: bytes, charset: str | None) -> str:
    name = known_encoding(charset or "")
    for said in (name, None) if name else (None,):
        try:
            return decoded(piece, encoding=said).text
        except Undecodable:
            continue
    return piece.decode("ascii", "replace")


def _unescaped(raw: str) -> str:
    if raw.isascii():
        return raw
    try:
        return decoded(raw.encode("utf-8", "surrogateescape")).text
    except (Undecodable, UnicodeEncodeError):
        return raw.encode("ascii", "replace").decode("ascii")


def sender(raw: str) -> str:
    """Return who a mail is from: the name, else the address."""
    name, address = parseaddr(" ".join(_unescaped(raw).split()))
    return header(name) or address or header(raw)


def sent(raw: str) -> str:
    """Return the day of a mail's date in ISO form, where it was written; else nothing."""
    try:
        return parsedate_to_datetime(" ".join(raw.split())).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
