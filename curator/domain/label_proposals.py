"""Which label of the scheme a label of strangers most likely is, and why."""

from __future__ import annotations

from typing import NamedTuple

from curator.domain.annotation import Layer
from curator.domain.scheme import LayerScheme

SAME, READS, LETTERS, NAMES, WIDER, TYPELESS, NEW = (
    *("same", "reads", "letters", "names", "wider", "typeless", "new"),
)
"""Why: it is called the same; the scheme reads it so; it differs in letters only; both are names
for one thing; the scheme has only a wider label; it says of a claim only that it is one; nothing
of the scheme is like it."""

_ALIKE: tuple[tuple[str, ...], ...] = (
    # CoNLL-2003, WikiNER and ACE say PER; Stanford and OpenNLP write names out.
    ("person", "per", "pers", "people", "human", "individual"),
    ("org", "organization", "organisation", "corporation", "company", "institution"),
    ("loc", "location"),
    ("gpe", "geopoliticalentity", "countrycity", "settlement"),
    ("fac", "facility", "building"),
    ("norp", "nationality", "demonym", "group"),
    ("event", "evt", "eve"),
    ("date", "datetime", "timex"),
    ("money", "currency", "monetary"),
    ("percent", "percentage"),
    ("cardinal", "number", "num"),
    ("quantity", "measure", "amount"),
    ("product", "prod"),
    ("workofart", "woa", "creativework", "work"),
    ("weapon", "wea"),
    ("vehicle", "veh"),
    ("unit", "militaryunit", "mil"),
    ("language", "lang"),
    ("document", "doc"),
    ("assertion", "statement"),
    ("belief", "opinion"),
    ("hope", "wish"),
    ("demand", "request", "order"),
    ("promise", "commitment"),
    ("accusation", "allegation"),
    ("evaluation", "judgement", "judgment"),
)
"""Names for one thing, in the letters of `_plain`."""

_WIDER = {
    "place": ("loc", "gpe"),  # no scheme says whether it has a government
    "loc": ("gpe",),
    "gpe": ("loc",),
    "fac": ("loc", "gpe"),  # as CoNLL-2003 counts buildings and airports
    "time": ("date",),
    "percent": ("quantity",),
    "cardinal": ("quantity",),
    "money": ("quantity",),
    "vehicle": ("product",),
    "weapon": ("product",),
    "unit": ("org",),
    "government": ("org",),
    "law": ("document",),
}
"""The labels to take in turn where the scheme has none for the thing itself."""

_TYPELESS = frozenset({"claim", "quote", "quotation", "attribution", "reportedspeech", "speech"})


class Proposed(NamedTuple):
    """Where a label goes unless somebody says otherwise.

    Attributes:
        to: a label of the scheme, or the label itself where it is new.
        why: one of the reasons above.
    """

    to: str
    why: str


def propose(layer: Layer, scheme: LayerScheme, label: str) -> Proposed:
    """Return which label of a layer's scheme a label of strangers most likely is.

    Retired labels are never proposed, and nothing is proposed to be left out.
    """
    if (own := scheme.label(label)) is not None and not own.retired:
        return Proposed(label, SAME)
    if (read := scheme.read(label)) is not None:
        return Proposed(read, READS)
    here = {_plain(one.name): one.name for one in reversed(scheme.offered)}
    plain = _plain(label)
    if plain in here:
        return Proposed(here[plain], LETTERS)
    thing = _thing(plain)
    for name, to in here.items():
        if _thing(name) == thing:
            return Proposed(to, NAMES)
    for wider in _WIDER.get(thing, ()):
        if wider in here:
            return Proposed(here[wider], WIDER)
    if layer is Layer.CLAIM and plain in _TYPELESS and scheme.default:
        return Proposed(scheme.default, TYPELESS)
    return Proposed(label, NEW)


def _plain(label: str) -> str:
    """A label's letters and digits alone, whatever their case."""
    return "".join(one for one in label.casefold() if one.isalnum())


def _thing(plain: str) -> str:
    """What a name is a name for."""
    return next((names[0] for names in _ALIKE if plain in names), plain)
