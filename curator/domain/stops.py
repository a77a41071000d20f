"""Where a span may plausibly begin or end: by phrase, clause, quotation mark, sentence and line.

No grammar is parsed: what is looked at are signs, capitals and the short words that lead a phrase
on. The short words are English; elsewhere signs and capitals alone decide.
"""

from __future__ import annotations

from collections.abc import Collection
from unicodedata import category

from curator.domain.abbreviations import is_abbreviated
from curator.domain.words import Edge, is_possessive, tokens_beyond, word_bounds, word_set

_FAR = 2000
"""So far a stop is looked for (code points)."""

_NEAR = 400
"""So far before a closing single quotation mark an opening one is looked for (code points)."""

_DETERMINERS = word_set(
    """
    a an the this that these those my your his her its our their some any no every each either
    neither all both half another such what whose
    """
)
_OPENERS = word_set(
    """
    that whether if because since although though unless until while when where why how who whom
    which what to lest
    """
)
_PREPOSITIONS = word_set(
    """
    about above across after against along amid among around as at before behind below beneath
    beside between beyond by despite down during except for from in inside into like near of off on
    onto out outside over per past through throughout toward towards under up upon versus via with
    within without
    """
)
_CONJUNCTIONS = word_set("and or but nor yet so than")
_PRONOUNS = word_set("i you he she it we they there")
_AUXILIARIES = word_set(
    """
    is are was were be been being am has have had having do does did will would shall should can
    could may might must ought cannot isn't aren't wasn't weren't hasn't haven't hadn't doesn't
    don't didn't won't wouldn't shouldn't can't couldn't mustn't
    """
)
_LEADING = _DETERMINERS | _OPENERS | _PREPOSITIONS | _CONJUNCTIONS
"""After these a phrase begins."""
_ENDING = _LEADING | _PRONOUNS | _AUXILIARIES
"""Before these a phrase may end."""
_INSIDE = word_set("of de del della der des di do dos du el al bin ibn la le van von und et y")
"""These join capitalised words to one name."""

_OPENING = frozenset("„‘([{「『（〈《【")
_CLOSING = frozenset(")]}」』）〉》】")
_MOSTLY_OPENING = frozenset("“«‹")
_MOSTLY_CLOSING = frozenset("”»›")
"""Signs that some languages open with and others close with."""
_APOSTROPHES = frozenset("'’")
_PARTING = frozenset("—–…。，、；：！？،؛؟।")
"""These part clauses wherever they stand; the next ones only before white space or a mark."""
_PARTING_BEFORE_SPACE = frozenset(".,;:!?-")


def next_stop(
    text: str, offset: int, direction: int, *, edge: Edge, known: Collection[int] = ()
) -> int | None:
    """Return the nearest place beyond an offset where a span may plausibly begin or end.

    An end is plausible at the end of a noun phrase, a clause, a sentence or a line, and after a
    closing quotation mark; the comma and the full stop stay outside. A start is plausible where
    one of these begins, on both sides of its article and of the “that” that leads it in.

    Args:
        text: the text.
        offset: where to start (code points).
        direction: 1 for forwards, -1 for backwards.
        edge: which edge of the span is meant.
        known: places that are plausible in any case, such as edges of other annotations.

    Returns:
        The stop in code points; None when there is none near enough.
    """
    beyond = [at for at in known if 0 < (at - offset) * direction <= _FAR]
    nearest = min(beyond, key=lambda at: abs(at - offset), default=None)
    for start, stop in tokens_beyond(text, offset, direction, edge=edge):
        if nearest is not None and (stop - nearest) * direction >= 0:
            return nearest
        if abs(stop - offset) > _FAR:
            return None
        if _may_begin(text, stop) if edge == "start" else _may_end(text, start, stop):
            return stop
    return nearest


def _may_end(text: str, start: int, end: int) -> bool:
    """Say whether a span may end with the word or sign [start, end)."""
    if not _is_word(text, start):
        shortened = text[start] == "." and is_abbreviated(text, start)
        if not shortened:
            return _closes(text, start)
        start = word_bounds(text, start - 1)[0]
    following, word = _after(text, end), text[start:end].lower()
    if following is None:
        return True
    if not _is_word(text, following):
        leads = word in _LEADING | _AUXILIARIES and _opens(text, following)
        return not leads and not _goes_on(text, following)
    behind = word_bounds(text, following)
    follower = text[slice(*behind)].lower()
    if is_possessive(text, following):
        return True
    if follower in _INSIDE and _is_capital(text, start) and _leads_to_capital(text, behind[1]):
        return False
    if follower in _ENDING:
        return word not in _LEADING | _AUXILIARIES
    capital = _is_capital(text, start) and not _is_first(text, start) and word not in _LEADING
    return capital and text[following].islower() and follower not in _INSIDE


def _may_begin(text: str, at: int) -> bool:
    """Say whether a span may begin with the word or sign at an offset."""
    if not _is_word(text, at):
        return _opens(text, at)
    if is_possessive(text, at):
        return False
    before = _before(text, at)
    if before is None:
        return True
    start, end = before
    shortened = text[start] == "." and is_abbreviated(text, start)
    if shortened:
        start = word_bounds(text, start - 1)[0]
    elif is_possessive(text, start):
        return True
    elif not _is_word(text, start):
        return not _goes_on(text, start)
    word, previous = text[slice(*word_bounds(text, at))].lower(), text[start:end].lower()
    if previous in _INSIDE and _is_capital(text, at) and _follows_capital(text, start):
        return False
    if word in _DETERMINERS | _OPENERS | _PRONOUNS:
        return previous not in _DETERMINERS
    if previous in _LEADING:
        return word not in _LEADING
    return _is_capital(text, at) and text[start].islower() and previous not in _INSIDE


def _is_word(text: str, at: int) -> bool:
    """Say whether what begins at an offset can be said: a word, a number, an amount."""
    return (
        category(text[at]) in ("Sc", "Mn", "Mc")
        or category(text[at])[0] in "LN"
        or (text[at] in "%‰#@&" or is_possessive(text, at))
    )


def _after(text: str, end: int) -> int | None:
    """Return where the next word or sign of the line begins, None at the end of the line."""
    while end < len(text) and text[end].isspace():
        if text[end] == "\n":
            return None
        end += 1
    return end if end < len(text) else None


def _before(text: str, at: int) -> tuple[int, int] | None:
    """Return the word or sign before an offset, None at the beginning of the line."""
    while at > 0 and text[at - 1].isspace():
        if text[at - 1] == "\n":
            return None
        at -= 1
    return word_bounds(text, at - 1) if at > 0 else None


def _parts(text: str, at: int) -> bool:
    """Say whether the sign at an offset parts what is before it from what follows."""
    sign, following = text[at], text[at + 1 : at + 2]
    if sign == "." and is_abbreviated(text, at):
        return False
    if sign in _PARTING_BEFORE_SPACE:
        return not following or not (following.isalnum() or following in "/$€£")
    return sign in _PARTING or _opens(text, at) or _closes(text, at)


def _goes_on(text: str, at: int) -> bool:
    """Say whether the sign at an offset joins what is before it to what follows."""
    return not _parts(text, at) and category(text[at])[0] == "P"


def _opens(text: str, at: int) -> bool:
    """Say whether a quotation mark or bracket at an offset opens."""
    sign, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if sign in _OPENING:
        return True
    free = not before or before.isspace() or before in _OPENING | _MOSTLY_OPENING | {"—", "–"}
    if sign in _MOSTLY_OPENING:
        return free or after.isalnum()
    if sign in _MOSTLY_CLOSING:
        return free and after.isalnum()
    return sign in "\"'" and free and bool(after) and not after.isspace()


def _closes(text: str, at: int) -> bool:
    """Say whether a quotation mark or bracket at an offset closes."""
    sign, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if sign in _CLOSING:
        return True
    if sign in _MOSTLY_OPENING | _MOSTLY_CLOSING:
        return not _opens(text, at)
    if not before or before.isspace() or after.isalnum():
        return False
    return sign == '"' or (sign in _APOSTROPHES and (before in ".,!?…" or _is_open(text, at)))


def _is_open(text: str, at: int) -> bool:
    """Say whether a single quotation mark was opened before in the line, and not yet closed."""
    first = max(text.rfind("\n", 0, at) + 1, at - _NEAR)
    mark = "‘" if text[at] == "’" else "'"
    for place in range(at - 1, first - 1, -1):
        if text[place] == text[at] and text[place - 1 : place] in tuple(".,!?…"):
            return False
        if text[place] == mark and _opens(text, place):
            return True
    return False


def _is_capital(text: str, at: int) -> bool:
    return text[at].isupper() or text[at].istitle()


def _is_first(text: str, at: int) -> bool:
    """Say whether a word begins a sentence, where a capital says nothing."""
    before = _before(text, at)
    if before is None:
        return True
    sign = before[0]
    return _opens(text, sign) or (text[sign] in ".!?…:" and not is_abbreviated(text, sign))


def _leads_to_capital(text: str, end: int) -> bool:
    following = _after(text, end)
    return following is not None and _is_capital(text, following)


def _follows_capital(text: str, start: int) -> bool:
    before = _before(text, start)
    return before is not None and _is_capital(text, before[0])
