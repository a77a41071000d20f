"""Finding words in all documents of a project."""

from __future__ import annotations

from curator.domain.search import Hits
from curator.store import search
from curator.store.project import Project

MOST = 50
"""Documents that are listed; more words make fewer of them."""


def everywhere(project: Project, words: str, *, most: int = MOST) -> Hits:
    """Return the documents whose texts have some words, the best first.

    Args:
        project: an open project.
        words: as typed, see `curator.domain.search.query`; any text will do.
        most: so many are returned at most; all are counted.
    """
    with project.read() as tx:
        return search.hits(tx, words, most=most)
