"""Entities of several suggesters side by side: of those that overlap one is suggested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from curator.domain.matching import Found

OVERLAPS = "overlaps"
"""Why a finding is only a candidate: another suggester's was preferred at this place."""


def apart(findings: Mapping[str, Sequence[Found]]) -> dict[str, list[Found]]:
    """Hold back what overlaps a better finding of another suggester.

    The longer one is better, of equally long ones the surer, then the one whose suggester comes
    first by name; so the order in which they answer makes no difference. One suggester's findings
    are left as they are among themselves.

    Args:
        findings: entities by suggester; those that say why they are only candidates stay so.

    Returns:
        The same findings in the same order.
    """
    result = {name: list(found) for name, found in findings.items()}
    if len(result) < 2:
        return result
    shown = [
        (one.parts[0].start - one.parts[0].end, -one.confidence, name, place)
        for name, found in result.items()
        for place, one in enumerate(found)
        if one.why is None
    ]
    taken: dict[int, str] = {}
    for _length, _confidence, name, place in sorted(shown):
        one = result[name][place]
        covered = range(one.parts[0].start, one.parts[0].end)
        if any(taken.get(at, name) != name for at in covered):
            result[name][place] = replace(one, why=OVERLAPS)
        else:
            taken |= dict.fromkeys(covered, name)
    return result
