"""What is to go out: which documents, which annotations of them, and as of which moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from curator.domain.annotation import GONE, Layer, State
from curator.domain.faults import Bug, Fault
from curator.domain.queue_words import Key, read

GOLD = frozenset({State.ACCEPTED})
"""What is exported unless somebody asks for more."""

STATES = frozenset(State) - GONE
"""States that can be exported."""

EDGES = ("split", "expand", "contract", "drop")
"""What to do where an annotation's edge lies inside a token."""

NESTED = ("outermost", "innermost")
"""Which of nested or overlapping annotations a flat format keeps."""

DOCUMENTS = ("reviewed", "all")
"""Documents with a layer that is closed, or all."""

BLIND = ("any", "only", "without")
"""Whether documents in which suggestions were held back come with the others."""

_LASTING = frozenset({Key.TEXT, Key.BATCH, Key.SOURCE, Key.DATE})
"""Terms of the filter that a decision never changes."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What is to be done where a format cannot hold an annotation as it is.

    Attributes:
        edges: one of `EDGES`: the token is split, or the annotation grows to whole tokens, shrinks
            to them, or is left out.
        nested: one of `NESTED`.
    """

    edges: str = "split"
    nested: str = "outermost"

    def __post_init__(self) -> None:
        if self.edges not in EDGES or self.nested not in NESTED:
            raise Bug(f"no such fit: {self.edges}, {self.nested}")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is to go out; by default gold.

    Attributes:
        states: of annotations; `GOLD` alone leaves out layers that are not reviewed.
        documents: one of `DOCUMENTS`.
        candidates: whether what is below the threshold comes too, in the state ``candidate``.
        how: only annotations last decided by these means; empty: all.
        fit: what to do where a format cannot hold an annotation as it is.
        words: which documents, in the words of the queue's filter: ``batch:May date:2024``.
        layers: only these; empty: all of the scheme.
        labels: only these, as ``LABEL`` or ``layer:LABEL``; a layer of which none is named keeps
            all of its own.
        as_of: the moment whose state goes out: a number of change sets, or a date or time in
            ISO 8601; empty: now.
        blind: one of `BLIND`.
        negatives: whether what was rejected in reviewed layers comes along, as such.
        masks: whether what somebody was unsure of in reviewed layers comes along, as such.

    Raises:
        Fault: what `queue_words.read` raises; ``export.as_of_words`` for words about states, and
            ``export.as_of_states`` for suggestions of a moment, which the log does not keep.
    """

    states: frozenset[State] = GOLD
    documents: str = "reviewed"
    candidates: bool = False
    how: frozenset[str] = frozenset()
    fit: Fit = field(default_factory=Fit)
    words: str = ""
    layers: frozenset[Layer] = frozenset()
    labels: frozenset[str] = frozenset()
    as_of: str = ""
    blind: str = "any"
    negatives: bool = False
    masks: bool = False

    def __post_init__(self) -> None:
        if self.documents not in DOCUMENTS or self.blind not in BLIND:
            raise Bug(f"no such documents: {self.documents}, {self.blind}")
        terms = read(self.words)
        if not self.as_of:
            return
        passing = [term.key for term in terms if term.key not in _LASTING]
        if passing:
            raise Fault("export.as_of_words", key=f"{passing[0]}:")
        if State.SUGGESTED in self.states or self.candidates:
            raise Fault("export.as_of_states")

    @property
    def gold(self) -> bool:
        """Whether it is gold of reviewed layers and nothing else, but for negatives and masks."""
        return self.states == GOLD and not self.candidates

    @property
    def wanted(self) -> frozenset[State]:
        """The states that go out."""
        more = {State.REJECTED: self.negatives, State.UNSURE: self.masks}
        return self.states | {state for state, asked in more.items() if asked}

    def plain(self) -> dict[str, Any]:
        """Return it as profiles and manifests keep it, without what nobody asked for."""
        kept = {
            "states": sorted(self.states),
            "documents": self.documents,
            "candidates": self.candidates,
            "how": sorted(self.how),
            "edges": self.fit.edges,
            "nested": self.fit.nested,
        }
        more = {
            "words": self.words,
            "layers": sorted(self.layers),
            "labels": sorted(self.labels),
            "as_of": self.as_of,
            "blind": "" if self.blind == "any" else self.blind,
            "negatives": self.negatives,
            "masks": self.masks,
        }
        return kept | {key: value for key, value in more.items() if value}


def selection_from_plain(plain: Mapping[str, Any]) -> Selection:
    """Read what `Selection.plain` wrote; what is not there is as by default.

    Raises:
        ValueError: for a state or a layer that there is not.
    """
    kept = {one.name: plain[one.name] for one in fields(Selection) if one.name in plain}
    for name, kind in (("states", State), ("layers", Layer), ("labels", str), ("how", str)):
        if name in kept:
            kept[name] = frozenset(map(kind, kept[name]))
    fit = Fit()
    kept["fit"] = Fit(plain.get("edges", fit.edges), plain.get("nested", fit.nested))
    return Selection(**kept)
