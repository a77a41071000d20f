"""Decide many annotations as one act: what `M` and the bulk table do, a portion at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from curator.domain.annotation import Annotation, Layer, State, entity_parts
from curator.domain.changes import Changes, Progress
from curator.domain.decisions import Change, How, Verdict, decide
from curator.services.recording import decision_on, logged
from curator.store import annotations as stored
from curator.store import documents
from curator.store.log import Decision
from curator.store.project import Project
from curator.store.transaction import Tx

_DOCUMENTS, _ITEMS = 25, 400
"""Documents and annotations of one transaction at most, but a document is never parted."""


class Item(NamedTuple):
    """One verdict to be given.

    Attributes:
        document_id: of the annotation, or of the place to add one.
        number: of the annotation; 0 adds an entity.
        verdict: accept, reject, unsure, correct or add.
        label: that a correction or an addition gives.
        state, was: state and label as they were seen; whatever is another by now is left alone.
        start, end: of an addition, in code points.
        reason: why it is rejected.
    """

    document_id: int
    number: int
    verdict: Verdict
    label: str = ""
    state: State = State.SUGGESTED
    was: str = ""
    start: int = 0
    end: int = 0
    reason: str | None = None


def together(
    project: Project,
    items: Iterable[Item],
    *,
    code: str,
    facts: Mapping[str, Any],
    how: How,
) -> Iterator[Progress]:
    """Give many verdicts as one act; a long one in several transactions.

    What was decided, renewed or taken back since it was seen is left as it is. Closing the
    iterator stops; what is done stays done, and is undone as one. It also stops when the act is
    undone while it runs.

    Args:
        project: held for writing.
        items: in any order.
        code: what the act is called.
        facts: what its sentence needs.
        how: by what means.

    Yields:
        After each transaction, how many documents are done, and what it changed.
    """
    by_document: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        by_document[item.document_id].append(item)
    act: int | None = None
    done = 0
    for portion in _portions(by_document):
        with project.write() as tx:
            if act is not None and not project.history(tx).is_done(act):
                return
            changes = _decide(tx, portion, code=code, facts=facts, how=how, act=act)
        act = changes.act or act
        done += len(portion)
        yield Progress(done, len(by_document), "documents", changes)


def _portions(by_document: Mapping[int, list[Item]]) -> Iterator[list[list[Item]]]:
    """Cut the work into transactions, by document."""
    portion: list[list[Item]] = []
    size = 0
    for number in sorted(by_document):
        items = by_document[number]
        if portion and (len(portion) == _DOCUMENTS or size + len(items) > _ITEMS):
            yield portion
            portion, size = [], 0
        portion.append(items)
        size += len(items)
    if portion:
        yield portion


def _decide(
    tx: Tx,
    portion: Sequence[Sequence[Item]],
    *,
    code: str,
    facts: Mapping[str, Any],
    how: How,
    act: int | None,
) -> Changes:
    """Give the verdicts of some documents; nothing is logged where all were settled already."""
    decisions: list[Decision] = []
    changed: list[Annotation] = []
    number = stored.next_id(tx)
    for items in portion:
        text, digest = documents.text(tx, items[0].document_id)
        standing = {one.id: one for one in stored.of_document(tx, items[0].document_id)}
        corrected: list[Annotation] = []
        added: list[Annotation] = []
        for item in items:
            before = standing.get(item.number)
            if item.verdict is Verdict.ADD:
                after = _added(item, number, standing.values(), text)
            else:
                after = None if before is None else _settled(item, before)
            if after is None or after is before:
                continue
            if before is None:
                standing[number] = after
                number += 1
            (corrected if before is not None else added).append(after)
            decisions.append(decision_on(before, after, item.verdict, digest=digest, how=how))
        stored.update(tx, corrected, text)
        stored.insert(tx, added, text)
        changed += [*corrected, *added]
    if not decisions:
        return Changes()
    return logged(tx, code, decisions, dict(facts), changed, act=act)


def _settled(item: Item, before: Annotation) -> Annotation:
    """Return an annotation with its verdict; the same where it is not as it was seen."""
    if before.state is not item.state or before.label != item.was:
        return before
    change = Change(label=item.label) if item.verdict is Verdict.CORRECT else None
    return decide(before, item.verdict, change=change, reason=item.reason)


def _added(item: Item, number: int, standing: Iterable[Annotation], text: str) -> Annotation | None:
    """Return a new entity, None where one lies there already."""
    parts = entity_parts(item.start, item.end)
    if item.end > len(text) or any(one.parts == parts for one in standing):
        return None
    return Annotation(
        number, item.document_id, Layer.ENTITY, item.label, parts, state=State.ACCEPTED
    )
