"""A project's word lists: names and cues that somebody brought along for a label."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from curator.domain.annotation import Layer
from curator.domain.changes import Changes
from curator.domain.decisions import How, Subject, Verdict
from curator.domain.faults import Fault
from curator.domain.word_list import WordList, list_to_plain
from curator.services.list_reading import Read, read_list
from curator.store import lists as stored
from curator.store import log, schemes
from curator.store.project import Project
from curator.store.transaction import Tx


def lists(project: Project) -> list[WordList]:
    """Return the lists of a project, the first first."""
    with project.read() as tx:
        return stored.every(tx)


def read(
    project: Project, source: Path | Iterable[str], *, label: str | None, layer: Layer
) -> Read:
    """Read a file or entries for a project; nothing is written. See `read_list`."""
    with project.read() as tx:
        scheme = schemes.current(tx)
    return read_list(source, label=label, layer=layer, scheme=scheme.layer(layer))


def keep(project: Project, found: Read, *, name: str, layer: Layer, origin: str = "") -> Changes:
    """Keep what was read as lists, one a label, in one change set.

    A list of the same name, layer and label is replaced: import a file again to bring it up to
    date.

    Args:
        project: held for writing.
        found: what was read.
        name: of the lists.
        layer: entity or claim.
        origin: where they come from.

    Raises:
        Fault: ``list.empty`` when there is nothing to keep.
    """
    if not found.entries:
        raise Fault("list.empty", name=name, left_out=len(found.problems))
    with project.write() as tx:
        known = {(one.name, one.layer, one.label): one for one in stored.every(tx)}
        decisions = [
            _kept(tx, known.get((name, layer, label)), WordList(
                0, name, layer, label, tuple(entries), origin
            ))
            for label, entries in found.entries.items()
        ]  # fmt: skip
        count = sum(len(entries) for entries in found.entries.values())
        facts = {"name": name, "entries": count, "left_out": len(found.problems)}
        return _logged(tx, "list import", decisions, facts)


def import_list(
    project: Project,
    *,
    source: Path | Iterable[str],
    name: str = "",
    label: str | None = None,
    layer: Layer = Layer.ENTITY,
) -> Changes:
    """Read a list and keep it; what does not fit is left out and counted in the facts.

    Args:
        project: held for writing.
        source: a file, or entries.
        name: of the list; by default the file's.
        label: of entries that bring none along.
        layer: entity, for names; claim, for cues: verbs by their lemma, or phrases.

    Raises:
        Fault: as `read_list` and `keep`.
    """
    path = source if isinstance(source, Path) else None
    found = read(project, source, label=label, layer=layer)
    name = name.strip() or (path.stem if path else "list")
    return keep(project, found, name=name, layer=layer, origin=str(path or ""))


def remove(project: Project, *, number: int) -> Changes:
    """Take a list away; undo brings it back.

    Raises:
        Fault: ``list.missing``.
    """
    with project.write() as tx:
        before = next((one for one in stored.every(tx) if one.id == number), None)
        if before is None:
            raise Fault("list.missing", list=number)
        after = replace(before, withdrawn=True)
        stored.update(tx, after)
        decision = _decision(Verdict.REMOVE, before, after)
        facts = {"name": before.name, "entries": len(before.entries)}
        return _logged(tx, "list remove", [decision], facts)


def _kept(tx: Tx, before: WordList | None, after: WordList) -> log.Decision:
    if before is None:
        return _decision(Verdict.ADD, None, stored.insert(tx, after))
    after = replace(after, id=before.id, origin=before.origin)
    stored.update(tx, after)
    return _decision(Verdict.CORRECT, before, after)


def _decision(verdict: Verdict, before: WordList | None, after: WordList) -> log.Decision:
    return log.Decision(
        subject=Subject.LIST,
        subject_id=after.id,
        verdict=verdict,
        how=How.IMPORT if verdict is not Verdict.REMOVE else How.KEY,
        before=None if before is None else list_to_plain(before),
        after=list_to_plain(after),
    )


def _logged(tx: Tx, code: str, decisions: list[log.Decision], facts: dict[str, object]) -> Changes:
    row = log.append(tx, code, decisions, facts=facts, revision=schemes.revision(tx))
    return Changes(change_set=row.id, act=row.act, code=code, facts=facts, lists=True)
