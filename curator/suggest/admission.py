"""Plug-ins are looked at before they are asked, and what they propose before it is told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.scheme import LayerScheme
from curator.plugins import Plugins, unusable
from curator.suggest.base import ENTITIES, GROUP, PARSE, Proposal, Suggester
from curator.suggest.serving import attempt


def admitted(
    proposals: Iterable[Proposal], *, suggester: Suggester, scheme: LayerScheme, length: int
) -> Iterator[Proposal]:
    """Yield what may be stored, under the scheme's labels.

    An entity with a label that the scheme neither has nor reads is left out, and so is one that was
    proposed before. A claim of an unknown type gets the default: others may point to its place.

    Args:
        proposals: of one piece of a text.
        suggester: who proposes.
        scheme: of its layer.
        length: of the piece (code points).

    Raises:
        Fault: ``suggest.misfit`` for a proposal of another layer, without parts or with one that
            covers nothing or lies outside, and for a score that is no share.
    """
    seen: set[tuple[str, int, int]] = set()
    for one in proposals:
        _check(one, suggester, length)
        label = scheme.read(one.label)
        if one.layer is Layer.CLAIM:
            label = label or scheme.default
        elif label is None or (place := (label, *one.parts[0][1:])) in seen:
            continue
        else:
            seen.add(place)
        yield one if label == one.label else replace(one, label=label)


def _check(one: Proposal, suggester: Suggester, length: int) -> None:
    inside = all(0 <= part.start < part.end <= length for part in one.parts)
    shares = 0 <= one.score <= 1 and 0 <= one.confidence <= 1
    if not (one.layer is suggester.layer and one.parts and inside and shares):
        spans = [[part.start, part.end] for part in one.parts]
        raise Fault("suggest.misfit", suggester=suggester.name, label=one.label, spans=str(spans))


def suggesters_of(loaded: Plugins) -> tuple[list[Suggester], tuple[Fault, ...]]:
    """Return the plug-ins that are suggesters, and a fault for each that is broken or none.

    Of two with the same name the second is none, because they could not be told apart.
    """
    good: dict[str, Suggester] = {}
    broken = list(loaded.broken)
    for point, one in loaded.found.items():
        if reason := _unfit(one) or (one.name in good and "its name is taken") or "":
            broken.append(unusable(GROUP, point, reason))
        else:
            good[one.name] = one
    return list(good.values()), tuple(broken)


def _unfit(one: Any) -> str:
    """Say what an object lacks to be a suggester; nothing if it is one."""
    wanted = {"name": str, "version": str, "layer": Layer}
    lacking = [name for name, kind in wanted.items() if not isinstance(getattr(one, name, 0), kind)]
    if getattr(one, "needs", None) not in (ENTITIES, PARSE):
        lacking.append("needs")
    lacking += [name for name in ("recipe", "propose") if not callable(getattr(one, name, None))]
    if lacking:
        return f"no suggester, for its {', '.join(lacking)}"
    fault = attempt(lambda: _plain(one.recipe({})))
    return f"its recipe: {fault.facts.get('reason', fault)}" if fault else ""


def _plain(recipe: Any) -> None:
    json.dumps(dict(recipe))
