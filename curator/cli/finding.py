"""The verb `find`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath
from curator.cli.output import say, say_json, verb
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.domain.search import Hit


@verb
def find(
    project: ProjectPath,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORD…",
            show_default=False,
            help="All must be there; in quotation marks, side by side.",
        ),
    ],
    *,
    most: Annotated[
        int, typer.Option("--most", metavar="N", min=1, help="So many documents at most.")
    ] = 20,
    json: Json = False,
) -> None:
    """List the documents that have some words, the best first."""
    from curator.services import searching
    from curator.store.project import Project

    with Project.open(project, write=False) as opened:
        hits = searching.everywhere(opened, " ".join(words), most=most)
    if json:
        say_json({"total": hits.total, "documents": [_plain(hit) for hit in hits.best]})
        return
    for hit in hits.best:
        say(f"{hit.document_id:>6}  {hit.title}  ({hit.batch})")
        say(f"        {''.join(f'*{text}*' if found else text for text, found in hit.pieces)}")
    more = f"; the best {len(hits.best)} are listed" if hits.total > len(hits.best) else ""
    say(f"{counted(hits.total, 'document')}{more}")


def _plain(hit: Hit) -> dict[str, Any]:
    return {
        "id": hit.document_id,
        "title": hit.title,
        "batch": hit.batch,
        "found": list(hit.words),
        "words": "".join(text for text, _ in hit.pieces),
    }
