"""Refresh: arrange what is stored of open documents anew, after something was learned."""

from __future__ import annotations

from collections.abc import Iterable

from curator.domain.annotation import Layer
from curator.domain.changes import Changes
from curator.services.learning.lessons import Lessons
from curator.services.learning.settled import Kept
from curator.services.learning.settling import Settling, Stored
from curator.store import documents, schemes
from curator.store import lessons as stored
from curator.store.project import Project


def refresh(project: Project, document_id: int, lessons: Lessons) -> Changes:
    """Arrange the stored findings of a document's open layers by what was learned since.

    Nobody is asked, and nothing that was decided is touched. What stays keeps its id; a second
    time changes nothing. Only what a decision once named and a suggester gave up can come back,
    and then the log says so.

    Args:
        project: held for writing.
        document_id: of the document.
        lessons: of the project.

    Returns:
        What changed; nothing where all is as it was.
    """
    kept = Kept()
    with project.write() as tx:
        scheme = schemes.current(tx)
        text, digest = documents.text(tx, document_id)
        here = None
        for layer, state in documents.layers(tx, document_id).items():
            if state.reviewed:
                continue
            here = here or Stored.load(tx, document_id)
            settling = Settling(
                tx, state, text, digest, scheme=scheme.layer(layer), lessons=lessons, here=here
            )
            settling.anew()
            if not settling.still:
                kept.add(document_id, settling)
                here = None
        kept.link(tx, document_id)
        return kept.changes(tx, "refresh")


def affected(
    project: Project, strings: Iterable[str], *, but: int | None = None, layer: Layer = Layer.ENTITY
) -> list[int]:
    """Return open documents in which any of some strings may stand, by id.

    Args:
        project: the project.
        strings: of which the memory says something else now; see `Lessons.follow`.
        but: a document that need not be told.
        layer: which is open in them.
    """
    with project.read() as tx:
        found = {
            number
            for string in strings
            for number in stored.containing(tx, string, layer, reviewed=False)
        }
    return sorted(found - {but})
