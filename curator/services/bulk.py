"""Bulk review: what the table lists, what an act on it would reach, and the act."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curator.domain.annotation import Layer, State
from curator.domain.bulk import BulkFilter, Group, Key, Reach, Ticks, Tier
from curator.domain.changes import Progress
from curator.domain.decisions import How, Reason, Verdict
from curator.domain.document import SuggesterRow
from curator.domain.scheme import Scheme
from curator.services.together import Item, together
from curator.store import bulk as stored
from curator.store import schemes
from curator.store.bulk import Shown
from curator.store.project import Project

_WIDE = 240
"""Code points of context on either side where one is judged by itself."""


@dataclass(frozen=True, slots=True)
class Table:
    """What the table shows under a filter.

    Attributes:
        groups: by tier, in order.
        mentions: of all groups.
        done: how many documents of the project are done.
    """

    groups: tuple[Group, ...]
    mentions: int
    done: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What filters can choose among: the scheme, suggesters and batches by id."""

    scheme: Scheme
    suggesters: dict[int, SuggesterRow]
    batches: tuple[tuple[int, str], ...]


class Detail(NamedTuple):
    """What is shown of a group once it is in view.

    Attributes:
        shown: one of its annotations in context; None when it is gone.
        labels: what its words were accepted as, and how often, most often first.
        rejected: how often they were rejected.
    """

    shown: Shown | None
    labels: tuple[tuple[str, int], ...] = ()
    rejected: int = 0


def table(project: Project, wanted: BulkFilter) -> Table:
    """Return the groups of a filter, over all open documents that are not blind."""
    with project.read() as tx:
        rows = stored.groups(tx, wanted)
        done = stored.done(tx)
    groups = tuple(Group(Tier(row[0]), *row[1:]) for row in rows)
    return Table(groups, sum(group.mentions for group in groups), done)


def choices(project: Project) -> Choices:
    """Return what filters can choose among."""
    with project.read() as tx:
        return Choices(schemes.current(tx), schemes.suggesters(tx), tuple(stored.batches(tx)))


def details(project: Project, layer: Layer, groups: Sequence[Group]) -> dict[Key, Detail]:
    """Return what is shown of groups that came into view."""
    with project.read() as tx:
        shown = stored.shown(tx, [group.first for group in groups])
        before = stored.before(tx, layer, sorted({group.words for group in groups}))
    labels: dict[str, list[tuple[str, int]]] = {}
    rejected: dict[str, int] = {}
    for quote, label, state, n in before:
        if state is State.REJECTED:
            rejected[quote] = rejected.get(quote, 0) + n
        else:
            labels.setdefault(quote, []).append((label, n))
    return {
        group.key: Detail(
            shown.get(group.first),
            tuple(labels.get(group.words, ())),
            rejected.get(group.words, 0),
        )
        for group in groups
    }


def reach(project: Project, wanted: BulkFilter, groups: Sequence[Group], ticks: Ticks) -> Reach:
    """Return in numbers what an act on the ticked groups would reach."""
    chosen = ticks.chosen(groups)
    with project.read() as tx:
        places = stored.documents(tx, wanted, [group.key for group in chosen]) if chosen else 0
    wrong = sum(one.mentions * (1 - one.score) for one in chosen if one.score is not None)
    return Reach(len(chosen), sum(group.mentions for group in chosen), places, wrong)


def items(
    project: Project, wanted: BulkFilter, keys: Collection[Key], verdict: Verdict
) -> list[Item]:
    """Return the verdicts of an act on some groups, by document.

    Args:
        project: any.
        wanted: the filter of the table; what it leaves out of a group is left alone.
        keys: of the groups.
        verdict: accept or reject.
    """
    claim = wanted.layer is Layer.CLAIM and verdict is Verdict.REJECT
    reason = Reason.NOT_A_CLAIM.value if claim else None
    with project.read() as tx:
        return [
            Item(
                one.document_id,
                one.id,
                verdict,
                state=wanted.state,
                was=one.label,
                reason=reason,
            )
            for one in stored.listed(tx, wanted)
            if (one.quote, one.label) in keys
        ]


def in_context(project: Project, numbers: Sequence[int]) -> list[Shown]:
    """Return annotations with much context, in the order asked for; those that are gone not."""
    with project.read() as tx:
        found = stored.shown(tx, numbers, around=_WIDE)
    return [found[number] for number in numbers if number in found]


def apply(project: Project, wanted: Sequence[Item], verdict: Verdict) -> Iterator[Progress]:
    """Accept or reject many suggestions as one act.

    Args:
        project: held for writing.
        wanted: as `items` made them.
        verdict: accept or reject.
    """
    facts = {
        "verdict": verdict.value,
        "n": len(wanted),
        "documents": len({item.document_id for item in wanted}),
    }
    return together(project, wanted, code="bulk", facts=facts, how=How.BULK)
