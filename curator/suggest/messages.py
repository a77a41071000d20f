"""What goes to the suggest process and what comes back, as values and as frames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.scheme import Scheme, scheme_from_plain, scheme_to_plain
from curator.suggest.base import Proposal, proposal_from_plain, proposal_to_plain

RequestId = int | str
"""Given by whoever asks, and given back; unique among what is under way."""


@dataclass(frozen=True, slots=True)
class Item:
    """A document to suggest for.

    Attributes:
        id: the request's.
        text: the whole text.
        digest: the text's, given back so that a stale answer is known.
        head: the document's metadata.
    """

    id: RequestId
    text: str
    digest: str
    head: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SuggesterInfo:
    """Who proposed: name, version and configuration."""

    name: str
    version: str
    layer: Layer
    recipe: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ready:
    """The process is up.

    Attributes:
        suggesters: those that it has for the layers it was started for.
        model: the pipeline's ``name``, ``version``, ``package`` and ``package_version``; empty
            when none is loaded.
        broken: plug-ins that could not be loaded, and why the version asked for is not in use.
    """

    suggesters: tuple[SuggesterInfo, ...] = ()
    model: Mapping[str, str] = field(default_factory=dict)
    broken: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """What one suggester proposes for one document."""

    id: RequestId
    digest: str
    layer: Layer
    proposals: tuple[Proposal, ...]
    suggester: SuggesterInfo


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing from one suggester, or from any, for one document."""

    id: RequestId
    digest: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Done:
    """Everything has come for one document, or it was cancelled before its turn."""

    id: RequestId
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a text, each a tuple of tokens [start, end) in code points."""

    id: RequestId
    sentences: tuple[tuple[tuple[int, int], ...], ...]


Answer = Proposed | Failed | Done | Sentences


def suggest_request(
    items: Sequence[Item], *, scheme: Scheme, layers: Iterable[Layer], urgent: bool
) -> dict[str, Any]:
    """Return the frame that asks for suggestions."""
    return {
        "kind": "suggest",
        "urgent": urgent,
        "scheme": {**scheme_to_plain(scheme), "revision": scheme.revision},
        "layers": [layer.value for layer in layers],
        "items": [
            {"id": item.id, "text": item.text, "digest": item.digest, "head": dict(item.head)}
            for item in items
        ],
    }


def items_of(request: Mapping[str, Any]) -> list[Item]:
    """Return the documents of a request."""
    return [
        Item(item["id"], item["text"], item["digest"], item.get("head") or {})
        for item in request["items"]
    ]


def scheme_of(request: Mapping[str, Any]) -> Scheme:
    """Return the scheme of a request."""
    plain = request["scheme"]
    return scheme_from_plain(plain, revision=plain.get("revision", 0))


def layers_of(request: Mapping[str, Any]) -> tuple[Layer, ...]:
    """Return the layers that a request asks for."""
    return tuple(Layer(name) for name in request["layers"])


def to_frame(answer: Ready | Answer) -> dict[str, Any]:
    """Return an answer as a frame."""
    match answer:
        case Ready():
            return {
                "kind": "ready",
                "suggesters": [suggester_to_plain(one) for one in answer.suggesters],
                "model": dict(answer.model),
                "broken": [fault_to_plain(fault) for fault in answer.broken],
            }
        case Proposed():
            return {
                "kind": "proposed",
                "id": answer.id,
                "digest": answer.digest,
                "layer": answer.layer.value,
                "proposals": [proposal_to_plain(proposal) for proposal in answer.proposals],
                "suggester": suggester_to_plain(answer.suggester),
            }
        case Failed():
            error = fault_to_plain(answer.fault)
            return {"kind": "failed", "id": answer.id, "digest": answer.digest, "error": error}
        case Done():
            return {"kind": "done", "id": answer.id, "cancelled": answer.cancelled}
        case Sentences():
            return {"kind": "sentences", "id": answer.id, "sentences": answer.sentences}


def from_frame(frame: Mapping[str, Any]) -> Ready | Answer:
    """Read what `to_frame` wrote.

    Raises:
        Fault: the one that an ``error`` frame tells.
        KeyError, TypeError, ValueError: it is no answer.
    """
    match frame["kind"]:
        case "ready":
            return Ready(
                tuple(suggester_from_plain(one) for one in frame["suggesters"]),
                frame["model"],
                tuple(fault_from_plain(error) for error in frame["broken"]),
            )
        case "proposed":
            return Proposed(
                frame["id"],
                frame["digest"],
                Layer(frame["layer"]),
                tuple(proposal_from_plain(plain) for plain in frame["proposals"]),
                suggester_from_plain(frame["suggester"]),
            )
        case "failed":
            return Failed(frame["id"], frame["digest"], fault_from_plain(frame["error"]))
        case "done":
            return Done(frame["id"], frame["cancelled"])
        case "sentences":
            return Sentences(frame["id"], _spans(frame["sentences"]))
        case "error":
            raise fault_from_plain(frame["error"])
        case other:
            raise ValueError(f"no answer: {other!r}")


def fault_to_plain(fault: Fault) -> dict[str, Any]:
    """Return a fault as a plain value."""
    return {"code": fault.code, "facts": fault.facts}


def fault_from_plain(plain: Mapping[str, Any]) -> Fault:
    """Read what `fault_to_plain` wrote."""
    return Fault(plain["code"], **plain["facts"])


def suggester_to_plain(info: SuggesterInfo) -> dict[str, Any]:
    """Return who proposed as a plain value."""
    return {
        "name": info.name,
        "version": info.version,
        "layer": info.layer.value,
        "recipe": dict(info.recipe),
    }


def suggester_from_plain(plain: Mapping[str, Any]) -> SuggesterInfo:
    """Read what `suggester_to_plain` wrote."""
    return SuggesterInfo(plain["name"], plain["version"], Layer(plain["layer"]), plain["recipe"])


def _spans(sentences: Any) -> tuple[tuple[tuple[int, int], ...], ...]:
    return tuple(tuple((start, end) for start, end in tokens) for tokens in sentences)
