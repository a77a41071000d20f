"""What moved a claim: features by which it was weighed, lessons by which it was drawn, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from curator.services.sentences.lessons import VARIANTS
from curator.translation import gettext as _

FEATURES: dict[str, str] = {
    "always": _("all claims"),
    "cue": _("cue “{}”"),
    "pattern": _("construction “{}”"),
    "cue+pattern": _("cue and construction “{}”"),
    "label": _("type {}"),
    "label+pattern": _("type and construction “{}”"),
    "standing": _("cue of the class {}"),
    "tag": _("cue in the form {}"),
    "dep": _("cue as {}"),
    "dep+pattern": _("cue and construction as “{}”"),
    "above": _("under “{}”"),
    "with": _("“{}” beside the cue"),
    "cue+with": _("“{}” at the cue"),
    "source": _("source “{}”"),
    "source.pos": _("source {}"),
    "source.entity": _("source is {}"),
    "source.pos+label": _("source and type “{}”"),
    "subject": _("source as subject: {}"),
    "first": _("content begins with “{}”"),
    "first.pos": _("content begins with {}"),
    "cue+first": _("“{}” where the content begins"),
    "length": _("length of the content"),
    "finite": _("finite verb in the content"),
    "gap": _("distance of cue and content"),
    "pieces": _("content in {} pieces"),
    "mode": _("{} speech"),
    "polarity": _("{} cue"),
    "determinacy": _("{} cue"),
    "certainty": _("{} content"),
    "stance": _("{} cue"),
    "quoted": _("cue in a quotation"),
    "nested": _("nested"),
    "nested+above": _("nested in “{}”"),
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
    return _("learned: {lessons}").format(lessons=", ".join(told)) if told else ""


def _weight(name: str, moved: float) -> str:
    kind, _equals, value = name.partition("=")
    words = FEATURES.get(kind, name).format(value)
    return f"{words} {'+' if moved > 0 else '−'}{abs(moved):.1f}"


def _lesson(name: str, evidence: Mapping[str, Any]) -> str:
    kind, _colon, about = name.partition(":")
    if kind == "boundary":
        words = VARIANTS.get(about, about)
        return words[:1].lower() + words[1:]
    cue, _colon, before = about.rpartition(":")
    label: Sequence[str] = (evidence.get("raw") or {}).get("label", before)
    return _("“{cue}” is not {label}").format(cue=cue, label=label)
