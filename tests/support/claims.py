"""What the claim suggester says, drawn: findings with features, for projects in tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from curator.domain.annotation import Layer, Role
from curator.store.project import Project
from curator.suggest.messages import Proposed
from tests.support.projects import answer, view


def claims(
    project: Project,
    number: int,
    source: str,
    *,
    features: Mapping[str, tuple[str, ...]] | None = None,
    scores: Mapping[str, float] | None = None,
    variants: Mapping[str, Mapping[str, Any]] | None = None,
) -> Proposed:
    """Return what the claim suggester says of a document, drawn as a picture of its text.

    Args:
        project: the project.
        number: of the document.
        source: the picture.
        features: by the words of a cue, what its claim is like beside ``cue=…``.
        scores: by the words of a cue, the prior; .9 by default.
        variants: by the words of a cue, parts that it could have had instead.
    """
    said = answer(project, number, source, layer=Layer.CLAIM, name="claims")
    text = view(project, number).text
    proposals = []
    for one in said.proposals:
        cue = " ".join(text[part.start : part.end] for part in one.parts if part.role is Role.CUE)
        score = (scores or {}).get(cue, 0.9)
        evidence = {
            "features": [f"cue={cue}", *(features or {}).get(cue, ())],
            "variants": dict((variants or {}).get(cue, {})),
        }
        why = "below" if score < 0.5 else None
        proposals.append(
            replace(one, score=score, confidence=score, candidate_why=why, evidence=evidence)
        )
    return replace(said, proposals=tuple(proposals))
