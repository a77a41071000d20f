"""Versions of a text: the stories of a project, and what a document has that the older has not."""

from __future__ import annotations

from dataclasses import dataclass

from curator.domain.faults import Fault
from curator.domain.revised import Revision, compare
from curator.store import documents, stories
from curator.store.project import Project
from curator.store.stories import Member


@dataclass(frozen=True, slots=True)
class Against:
    """A document beside the version before it.

    Attributes:
        document_id: of the newer version.
        older: the version before.
        place: which version the newer is, counted from 1.
        count: how many versions there are.
        revision: both texts, compared.
    """

    document_id: int
    older: Member
    place: int
    count: int
    revision: Revision


def listed(project: Project) -> list[list[Member]]:
    """Return every story with its shown versions, the oldest first; those with one are none."""
    with project.read() as tx:
        numbers = stories.numbers(tx)
        found = [stories.versions(tx, number) for number in numbers]
    return [one for one in found if len(one) > 1]


def beside(project: Project, document_id: int, *, forward: bool) -> int | None:
    """Return the next newer version of a document, or the next older; None where there is none."""
    numbers = _of(project, document_id)
    if document_id not in numbers:
        return None
    place = numbers.index(document_id) + (1 if forward else -1)
    return numbers[place] if 0 <= place < len(numbers) else None


def difference(project: Project, document_id: int) -> Against:
    """Compare a document with the version before it.

    Raises:
        Fault: ``version.no_older`` where it is alone, or the oldest.
    """
    with project.read() as tx:
        story = stories.stories(tx, [document_id]).get(document_id)
        found = stories.versions(tx, story) if story is not None else []
        place = next((n for n, one in enumerate(found) if one.id == document_id), 0)
        if not place:
            raise Fault("version.no_older", document=document_id)
        older = found[place - 1]
        texts = documents.text(tx, older.id)[0], documents.text(tx, document_id)[0]
    return Against(document_id, older, place + 1, len(found), compare(*texts))


def _of(project: Project, document_id: int) -> list[int]:
    with project.read() as tx:
        story = stories.stories(tx, [document_id]).get(document_id)
        return stories.members(tx, story) if story is not None else []
