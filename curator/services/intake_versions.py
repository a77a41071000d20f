"""New documents find the stories that they belong to, and what was decided of older versions."""

from __future__ import annotations

from collections.abc import Sequence

from curator.domain.stories import NEAR, alike, bands, shingles
from curator.formats.base import Problem
from curator.services.carrying import Carried, carry, decided_before
from curator.services.intake_new import New
from curator.services.intake_report import ImportReport
from curator.store import documents, stories
from curator.store.transaction import Tx

_MOST = 20
"""Documents that are compared with a new one."""


def put_in_stories(
    tx: Tx, new: Sequence[New], ids: Sequence[int], report: ImportReport
) -> list[int]:
    """Put new documents into stories with the older ones that they repeat or update.

    Args:
        tx: a writing transaction; the documents are in it.
        new: what went in.
        ids: under which, in order.
        report: gets a note of each that has a story.

    Returns:
        The new documents that have one.
    """
    numbers = {one.sender_id: number for one, number in zip(new, ids, strict=True)}
    wanted = [one.version_of for one in new if one.version_of and one.version_of not in numbers]
    if wanted:
        numbers |= {name: row[0] for name, row in documents.known(tx, wanted).items()}
    told = tell(
        tx,
        [
            (number, one.item.text, one.item.bands, numbers.get(one.version_of or ""))
            for one, number in zip(new, ids, strict=True)
        ],
    )
    for one, number in zip(new, ids, strict=True):
        if number in told:
            facts = {"id": documents.sender_id(tx, told[number])}
            note = Problem(one.item.file, one.item.line, "import.version", facts, note=True)
            report.notes.append(note)
    report.versions += len(told)
    return list(told)


def tell(tx: Tx, new: Sequence[tuple[int, str, Sequence[int], int | None]]) -> dict[int, int]:
    """Put new documents into stories with the older ones that they repeat or update.

    Args:
        tx: a writing transaction; the documents are in it.
        new: of each its id, its text, its bands (empty: they are counted), and the document of
            which it is a version by its name, if any.

    Returns:
        By the new documents in a story, the older one that each is most like.
    """
    keyed = {number: list(keys) or bands(text) for number, text, keys, _ in new}
    stories.keep_bands(tx, keyed.items())
    found: dict[int, int] = {}
    for number, text, _, named in new:
        near = _nearest(tx, number, text, keyed[number])
        for older in {one for one in (near, named) if one is not None}:
            stories.join(tx, older, number)
            found[number] = named or older
    return found


def carry_all(tx: Tx, numbers: Sequence[int]) -> tuple[Carried, set[int]]:
    """Carry decisions over to new documents; return them, and which documents got any."""
    whole, into = Carried(), set()
    for number in numbers:
        older = decided_before(tx, number)
        if older is None:
            continue
        found = carry(tx, older, number)
        if found.decisions:
            into.add(number)
        whole.annotations += found.annotations
        whole.decisions += found.decisions
    return whole, into


def _nearest(tx: Tx, number: int, text: str, keys: Sequence[int]) -> int | None:
    """Return the document before this one that is most like it, None where none is near."""
    others = stories.sharing(tx, keys, before=number, most=_MOST)
    if not others:
        return None
    own = shingles(text)
    shares = ((alike(own, shingles(documents.text(tx, one)[0])), one) for one in others)
    share, nearest = max(shares)
    return nearest if share >= NEAR else None
