"""The head of a wire dispatch, and the first sentence of any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from curator.domain.abbreviations import is_abbreviated

LONGEST_FIRST_SENTENCE = 120
"""Characters of a first sentence before it is cut at a word."""

_REACH = 1000
"""Characters at the beginning of a text in which a head is looked for."""
_LONGEST_TITLE = 200
_LONGEST_HEAD = 200

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = (
    "Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:rs|rsday)?|Fri(?:day)?|Sat(?:urday)?"
    "|Sun(?:day)?"
)
_PARTICLES = frozenset(
    ("of", "the", "and", "de", "del", "di", "da", "do", "la", "le", "les", "el", "al", "upon", "y")
)
_NO_PLACES = frozenset(
    (
        *("in", "on", "at", "by", "for", "from", "since", "until", "after", "before", "during"),
        *("the", "this", "that", "he", "she", "it", "we", "they", "a", "an", "as", "if", "when"),
        *("while", "but", "and", "or", "so", "to", "last", "next", "early", "late", "over"),
    )
)

_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
_YEAR = r"(?:19|20)\d\d\b"
_WORD = r"[^\W\d_](?:[^\W\d_]|['’.\-/])*"
_NAME = rf"{_WORD}(?:\ {_WORD}){{0,4}}"

_ISO = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b"
_SPOKEN = rf"""(?:(?i:{_MONTH})\ {_DAY}(?:,?\ {_YEAR})?|{_DAY}\ (?i:{_MONTH})(?:,?\ {_YEAR})?)"""
_DATE = rf"(?P<date>{_ISO}|{_SPOKEN})"
_PLACE = rf"(?P<place>{_NAME}(?:,\ (?!(?:{_WEEKDAYS})\b){_NAME})?)"
_WEEKDAY = rf"(?:(?:{_WEEKDAYS})\.?,?\ )?"
_AGENCY_WORD = r"[^\W_](?:[^\W_]|['’&\-]|\.(?=[^\W_]))*"
_AGENCY = rf"{_AGENCY_WORD}(?:\ {_AGENCY_WORD}){{0,4}}"
_ENCLOSED = rf"(?:\((?P<agency>{_AGENCY})\)|/(?P<slashed>{_AGENCY})/)"
_BARE = rf"(?P<bare>{_AGENCY}?)"
_DASH = r"\ ?(?:—|–|--|-(?=\s))\ ?"
_KEYED = rf"(?:(?i:date|dated)(?:\ ?[:=]\ ?|\ ))?(?P<iso>{_ISO})[,;:]?\ "

_INLINE = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        rf"{_PLACE},\ {_WEEKDAY}{_DATE}[.,]?\ {_ENCLOSED}(?:{_DASH}|[.:]\ ?|\ )",
        rf"{_PLACE},\ {_WEEKDAY}{_DATE}[.,]\ {_BARE}(?:{_DASH}|[.:]\s)",
        rf"{_PLACE},\ {_WEEKDAY}{_DATE}(?:{_DASH}|[.:]\s)",
        rf"(?P<capitals>{_NAME}(?:,\ {_NAME})?)\ {_ENCLOSED}{_DASH}",
    )
)
_LINES = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        rf"(?:{_KEYED})?{_PLACE},\ {_WEEKDAY}{_DATE}(?:[.,]?\ {_ENCLOSED}|[.,]\ {_BARE})?\.?",
        rf"(?:{_KEYED}){_PLACE}(?:[.,]?\ {_ENCLOSED}|,\ {_BARE})?\.?",
        rf"(?:(?i:date|dated)(?:\ ?[:=]\ ?|\ ))?{_WEEKDAY}{_DATE}\.?",
    )
)
_DATE_PARTS = re.compile(
    rf"(?i:(?P<month>{_MONTH})|(?P<year>{_YEAR})|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b)"
)
_ISO_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])(?!\d)")
_HINT = re.compile(r"[\d(/]")
"""Every head has a date or a bracket; most lines have neither, which is soon seen."""
_WORDS = re.compile(r"\S")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[。！？]|\n\s*\n|$")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a dispatch says.

    Attributes:
        title: the line above the dateline; empty when there is none.
        date: ``YYYY-MM-DD`` where the year is known, else as it is written.
        place: as it is written.
        agency: as it is written, without brackets.
        body_start: where the text proper begins (code points); 0 without a head.
    """

    title: str = ""
    date: str = ""
    place: str = ""
    agency: str = ""
    body_start: int = 0

    def __bool__(self) -> bool:
        """Whether anything was recognised."""
        return self.body_start > 0


def recognise(text: str, *, file_name: str | None = None) -> Head:
    """Read title, date, place and agency from the head of a dispatch.

    Only what has the form of a dateline counts: it stands at the beginning, alone on its line or
    closed by a dash or a stop, perhaps under a title line and an empty line. The text is not
    changed.

    Args:
        text: the normalised text.
        file_name: lends its year to a date without one, when day and month agree.

    Returns:
        The head; an empty one for an ordinary beginning.
    """
    lines = list(_first_lines(text))
    if not lines:
        return Head()
    if head := _dateline(text, *lines[0], file_name=file_name):
        return head
    if len(lines) > 1 and _is_title(text, lines):
        start, end = lines[0]
        if head := _dateline(text, *lines[1], file_name=file_name):
            title = text[start:end]
            return Head(title, head.date, head.place, head.agency, head.body_start)
    return Head()


def first_sentence(text: str, *, head: Head | None = None) -> str:
    """Return the first sentence after a recognised head, on one line.

    Args:
        text: the normalised text.
        head: what was recognised in it; None when nobody has looked yet.

    Returns:
        At most about `LONGEST_FIRST_SENTENCE` characters; what is longer is cut at a word and
        ends with “…”. Empty for a text without a word.
    """
    start = (recognise(text) if head is None else head).body_start
    body = _WORDS.search(text, start) or _WORDS.search(text)
    reach = text[body.start() : body.start() + _REACH] if body else ""
    end = next((end for end in _sentence_ends(reach)), len(reach))
    return _shortened(" ".join(reach[:end].split()))


def _first_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the first two lines with words begin and end (code points)."""
    found = 0
    position = 0
    reach = min(len(text), _REACH)
    while position < reach and found < 2:
        newline = text.find("\n", position)
        end = newline if newline >= 0 else len(text)
        if line := text[position:end].strip():
            start = text.index(line[0], position)
            yield start, start + len(line)
            found += 1
        position = end + 1


def _is_title(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the first line is short and does not run on, and an empty line follows it."""
    (start, end), (below, _) = lines
    short = end - start <= _LONGEST_TITLE
    return short and text[end - 1] not in ",;:" and text.count("\n", end, below) >= 2


def _dateline(text: str, start: int, end: int, *, file_name: str | None) -> Head | None:
    line = text[start : min(end, start + _REACH)]
    if not _HINT.search(line, 0, _LONGEST_HEAD):
        return None
    for pattern in _LINES:
        if (match := pattern.fullmatch(line)) and (head := _head(match, file_name)):
            return Head(body_start=end, **head)
    for pattern in _INLINE:
        if (match := pattern.match(line)) and (head := _head(match, file_name)):
            return Head(body_start=start + match.end(), **head)
    return None


def _head(match: re.Match[str], file_name: str | None) -> dict[str, str] | None:
    """Return what a pattern found, None when its words cannot be a place or an agency."""
    said = {name: value.strip() for name, value in match.groupdict().items() if value}
    place = said.get("place") or said.get("capitals", "")
    agency = said.get("agency") or said.get("slashed") or said.get("bare", "")
    if place and not _may_be_place(place):
        return None
    if "capitals" in said and not (place.isupper() and len(place) > 2):
        return None
    if agency and not _may_be_agency(agency, enclosed="bare" not in said):
        return None
    written = said.get("date", "")
    known = said.get("iso") or _iso(written) or _lent(written, file_name)
    return {"date": known or written, "place": place, "agency": agency}


def _may_be_place(name: str) -> bool:
    words = name.replace(",", "").split()
    if words[0].lower() in _NO_PLACES or words[0].rstrip(".").lower() in _MONTHS:
        return False
    return all(word[0].isupper() or word.lower() in _PARTICLES for word in words)


def _may_be_agency(name: str, *, enclosed: bool) -> bool:
    words = name.split()
    if re.fullmatch(_WEEKDAYS, words[0]) or all(word.isdigit() for word in words):
        return False
    if enclosed:
        return any(word[0].isupper() for word in words)
    return all(word[0].isupper() or word.lower() in _PARTICLES for word in words)


def _numbers(written: str) -> tuple[int | None, int | None, int | None]:
    """Return year, month and day of a written date, None for what it does not say."""
    year = month = day = None
    for match in _DATE_PARTS.finditer(written):
        if match["month"]:
            month = _MONTHS[match["month"].rstrip(".").lower()]
        elif match["year"]:
            year = int(match["year"])
        else:
            day = int(match["day"])
    return year, month, day


def _iso(written: str) -> str | None:
    if re.fullmatch(_ISO, written):
        return written
    year, month, day = _numbers(written)
    return _calendar(year, month, day) if year and month and day else None


def _lent(written: str, file_name: str | None) -> str | None:
    """Return the date with the year that a file name such as ``agency-2025-04-29`` gives it."""
    _, month, day = _numbers(written)
    for match in _ISO_IN_NAME.finditer(file_name or ""):
        if (month, day) == (int(match[2]), int(match[3])):
            return _calendar(int(match[1]), int(match[2]), int(match[3]))
    return None


def _calendar(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _sentence_ends(text: str) -> Iterator[int]:
    for match in _SENTENCE_END.finditer(text):
        at = match.start()
        follows = text[match.end() : match.end() + 2].lstrip()[:1]
        if text[at : at + 1] == "." and (is_abbreviated(text, at) or follows.islower()):
            continue
        if match.start() > 0:
            yield match.start() if not match[0].strip() else match.end()


def _shortened(line: str) -> str:
    if len(line) <= LONGEST_FIRST_SENTENCE:
        return line
    cut = line.rfind(" ", 0, LONGEST_FIRST_SENTENCE)
    end = cut if cut > LONGEST_FIRST_SENTENCE // 2 else LONGEST_FIRST_SENTENCE - 1
    return line[:end].rstrip(" ,;:—–-") + "…"
