"""The suggester of the claim layer: what the extractor finds, as proposals under a scheme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from curator import assets
from curator.domain.annotation import CLAIM_ROLES, Layer, Role, sorted_parts
from curator.domain.scheme import LayerScheme
from curator.suggest.base import PARSE, Proposal
from curator.suggest.claims import Frame, Lexicon, Span, extract, load_lexicon
from curator.suggest.claims.extending import extended

if TYPE_CHECKING:
    from spacy.tokens import Doc


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return load_lexicon(assets.resources() / "lexicons")


class Claims:
    """The suggester of the claim layer; see `curator.suggest.base.Suggester`."""

    name = "claims"
    version = "3"
    layer = Layer.CLAIM
    needs = PARSE

    def __init__(self) -> None:
        """Begin with the shipped lexicon alone."""
        self._cues: Mapping[str, str] = {}
        self._extended: Lexicon | None = None

    def teach(self, cues: Mapping[str, str]) -> None:
        """Know a project's own cues too; see `curator.suggest.base.Teachable`."""
        if cues != self._cues:
            self._cues, self._extended = dict(cues), None

    def recipe(self, model: Mapping[str, str]) -> dict[str, Any]:
        """Return its configuration: the pipeline that parses, and where the score comes from."""
        return {"model": dict(model), "score": "priors by pattern and cue"}

    def propose(
        self,
        doc: Doc,
        scheme: LayerScheme,
        head: Mapping[str, Any],  # noqa: ARG002 - the protocol's
    ) -> Iterator[Proposal]:
        """Propose claims in reading order; those below the threshold or nested are candidates."""
        if self._extended is None:
            self._extended = extended(_lexicon(), self._cues)
        frames = extract(doc, self._extended)
        kept = [number for number, frame in enumerate(frames) if scheme.read(frame.label)]
        places = {number: place for place, number in enumerate(kept)}
        for number in kept:
            frame = frames[number]
            parent = None if frame.parent is None else places.get(frame.parent)
            yield _proposal(frame, scheme, parent)


def _evidence(frame: Frame, own: dict[Role, list[Span]]) -> dict[str, Any]:
    """What a claim's score and boundaries are learned from: see `features.py`, `variants.py`."""
    return {
        "features": list(frame.features),
        "variants": {
            name: [
                [part.role.value, part.start, part.end]
                for part in sorted_parts(
                    own | {Role(role): list(spans) for role, spans in changed.items()}
                )
            ]
            for name, changed in frame.variants.items()
        },
    }


def _spans(frame: Frame) -> dict[Role, list[Span]]:
    return {role: list(getattr(frame, role.value)) for role in CLAIM_ROLES}


def _proposal(frame: Frame, scheme: LayerScheme, parent: int | None) -> Proposal:
    allowed = {attribute.name: attribute.values for attribute in scheme.attributes}
    below = "below" if frame.score < scheme.shown_from else None
    own = _spans(frame)
    return Proposal(
        layer=Layer.CLAIM,
        label=scheme.read(frame.label) or scheme.default,
        parts=sorted_parts(own),
        attributes={
            name: value
            for name, value in frame.attributes.items()
            if value in allowed.get(name, ())
        },
        score=frame.score,
        confidence=frame.score,
        pattern=frame.pattern,
        candidate_why="nested" if frame.nested else below,
        nested_in=parent,
        evidence=_evidence(frame, own),
    )


SUGGESTER = Claims()
