"""What moved a claim: features by which it was weighed, lessons by which it was drawn, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from curator.services.sentences.lessons import VARIANTS

FEATURES: dict[str, str] = {
    "always": "all claims",
    "cue": "cue “{}”",
    "pattern": "construction “{}”",
    "cue+pattern": "cue and construction “{}”",
    "label": "type {}",
    "label+pattern": "type and construction “{}”",
    "standing": "cue of the class {}",
    "tag": "cue in the form {}",
    "dep": "cue as {}",
    "dep+pattern": "cue and construction as “{}”",
    "above": "under “{}”",
    "with": "“{}” beside the cue",
    "cue+with": "“{}” at the cue",
    "source": "source “{}”",
    "source.pos": "source {}",
    "source.entity": "source is {}",
    "source.pos+label": "source and type “{}”",
    "subject": "source as subject: {}",
    "first": "content begins with “{}”",
    "first.pos": "content begins with {}",
    "cue+first": "“{}” where the content begins",
    "length": "length of the content",
    "finite": "finite verb in the content",
    "gap": "distance of cue and content",
    "pieces": "content in {} pieces",
    "mode": "{} speech",
    "polarity": "{} cue",
    "determinacy": "{} cue",
    "certainty": "{} content",
    "stance": "{} cue",
    "quoted": "cue in a quotation",
    "nested": "nested",
    "nested+above": "nested in “{}”",
}
"""By what a feature is about; the names are those of `curator.suggest.claims.features`."""


def learned(evidence: Mapping[str, Any] | None) -> str:
    """Say what was learned about a claim from decisions.

    Args:
        evidence: of the claim, as it was arranged.

    Returns:
        Words, such as ``learned: cue “slam” +1.2, content begins after “that”``; empty where
        nothing was learned.
    """
    known = evidence or {}
    told = [_weight(name, moved) for name, moved in known.get("because") or ()]
    told += [_lesson(name, known) for name in known.get("lessons") or ()]
    return f"learned: {', '.join(told)}" if told else ""


def _weight(name: str, moved: float) -> str:
    kind, _, value = name.partition("=")
    words = FEATURES.get(kind, name).format(value)
    return f"{words} {'+' if moved > 0 else '−'}{abs(moved):.1f}"


def _lesson(name: str, evidence: Mapping[str, Any]) -> str:
    kind, _, about = name.partition(":")
    if kind == "boundary":
        words = VARIANTS.get(about, about)
        return words[:1].lower() + words[1:]
    cue, _, before = about.rpartition(":")
    label: Sequence[str] = (evidence.get("raw") or {}).get("label", before)
    return f"“{cue}” is not {label}"
