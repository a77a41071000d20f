"""What encoding the bytes of a text are in: what is said, its mark, UTF-8, else its looks."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from curator.formats.base import LONGEST, Problem, ReadOptions

FALLBACK = "windows-1252"
"""What bytes are read as that look like nothing else; its five gaps are read as controls."""

_FEWEST = 8
"""So many bytes beyond ASCII at least tell an encoding; fewer are read as `FALLBACK`."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_CHARSETS = frozenset(
    (
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
        "mbcs",
        "oem",
        "utf_7",
    )
)
_SAMPLE = 64 * 1024
_BEYOND = bytes(range(0x80, 0x100))
_BINARY = re.compile(rb"[\0-\x06\x0e-\x1a]")


class Decoded(NamedTuple):
    """A text, the name of its encoding, and whether that is a guess."""

    text: str
    encoding: str
    guessed: bool


class Undecodable(Exception):
    """Bytes that are no text.

    Attributes:
        code: of the problem.
        facts: of it.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def known_encoding(name: str) -> str | None:
    """Return Python's name of a character encoding, None when there is none of that name."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    text = getattr(found, "_is_text_encoding", True)
    return found.name if text and found.name.replace("-", "_") not in _NO_CHARSETS else None


def decoded(source: bytes, *, encoding: str | None = None) -> Decoded:
    """Decode the bytes of a whole text; a byte order mark stays, as U+FEFF.

    The order: the encoding that is said; that of the byte order mark; UTF-8; UTF-16 without a
    mark, when every other byte of a good part is zero; what chardet takes it for; `FALLBACK`. What
    looks like UTF-8 with a
    few broken bytes is refused rather than turned into wrong letters, and so is what has bytes
    that no text has.

    Args:
        source: at most a file.
        encoding: what somebody says it is, in Python's name.

    Raises:
        Undecodable: with the problem to report.
    """
    marked = encoding or next((name for mark, name in _MARKS if source.startswith(mark)), None)
    if marked is not None:
        return Decoded(_strictly(source, marked), marked, guessed=False)
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as error:
        if (wide := _wide(source)) is not None:
            return Decoded(_strictly(source, wide), wide, guessed=True)
        _refuse_broken(source, error)
    else:
        if "\0" not in text or (wide := _wide(source)) is None:
            return Decoded(text, "utf-8", guessed=False)
        return Decoded(_strictly(source, wide), wide, guessed=True)
    if (likely := _likely(source)) is not None:
        return likely
    try:
        return Decoded(source.decode(FALLBACK), FALLBACK, guessed=True)
    except UnicodeDecodeError:
        return Decoded("".join(_with_controls(source)), FALLBACK, guessed=True)


def _strictly(source: bytes, encoding: str) -> str:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable("import.not_encoded", encoding=encoding, at=error.start) from error
    except (UnicodeError, ValueError) as error:
        raise Undecodable("import.not_encoded", encoding=encoding, at=0) from error


def _wide(source: bytes) -> str | None:
    """Return UTF-16 with its order when the zeros of a beginning say so."""
    sample = source[: _SAMPLE - _SAMPLE % 2]
    if len(source) % 2 or len(sample) < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 5
    if odd > enough and not even:
        return "utf-16-le"
    return "utf-16-be" if even > enough and not odd else None


def _likely(source: bytes) -> Decoded | None:
    """Return the text in the encoding that its letters make likely, None where nothing does."""
    sample = source[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _BEYOND)) < _FEWEST:
        return None
    import chardet
    from chardet.enums import EncodingEra

    eras = EncodingEra.ALL & ~(EncodingEra.DOS | EncodingEra.MAINFRAME)
    name = known_encoding(chardet.detect(sample, encoding_era=eras).get("encoding") or "")
    if name is None:
        return None
    told = FALLBACK if name == known_encoding(FALLBACK) else name
    try:
        return Decoded(source.decode(name), told, guessed=True)
    except UnicodeDecodeError:
        return None


def _refuse_broken(source: bytes, error: UnicodeDecodeError) -> None:
    """Raise for UTF-8 that is broken in places, and for what is no text at all."""
    if _BINARY.search(source):
        raise Undecodable("import.binary") from error
    lenient = source.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    fine = len(lenient) - broken - len(lenient.encode("ascii", "ignore"))
    if fine > broken:
        raise Undecodable("import.not_utf8", at=error.start) from error


def _with_controls(source: bytes) -> Iterator[str]:
    for place in re.finditer(rb"[\x81\x8d\x8f\x90\x9d]|[^\x81\x8d\x8f\x90\x9d]+", source):
        piece = place[0]
        yield chr(piece[0]) if piece in _GAPS else piece.decode(FALLBACK)


_GAPS = frozenset(bytes([one]) for one in (0x81, 0x8D, 0x8F, 0x90, 0x9D))


class TextFile(NamedTuple):
    """A text file in memory: its bytes, and what they say."""

    raw: bytes
    decoded: Decoded


def read_text(path: Path, options: ReadOptions) -> TextFile | Problem:
    """Read a whole text file.

    Args:
        path: the file.
        options: how it is called, and the encoding that somebody says it has.

    Returns:
        The text; the problem when it is too long, cannot be read or is no text.
    """
    raw = read_bytes(path, options)
    if isinstance(raw, Problem):
        return raw
    try:
        return TextFile(raw, decoded(raw, encoding=options.encoding))
    except Undecodable as error:
        return options.problem(None, error.code, **error.facts)


def read_bytes(path: Path, options: ReadOptions) -> bytes | Problem:
    """Read a whole file that is not too long."""
    try:
        if path.stat().st_size > LONGEST:
            return options.problem(None, "import.too_long", limit=LONGEST)
        return path.read_bytes()
    except OSError as error:
        return options.problem(None, "import.unreadable", reason=error.strerror or str(error))


def encoding_notes(found: Decoded, options: ReadOptions) -> Iterator[Problem]:
    """Yield a note for the report when the encoding was guessed."""
    if found.guessed:
        yield options.note(None, "import.encoding", encoding=found.encoding)
