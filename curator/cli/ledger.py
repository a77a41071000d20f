"""The verb `ledger`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath
from curator.cli.output import list_lines, say, say_json, verb
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.domain.ledger import Entry
    from curator.services.ledger import Ledger

Words = Annotated[str, typer.Option(metavar="WORDS", help="All of them stand in the claim.")]
Source = Annotated[str, typer.Option(metavar="NAME", help="Who makes it, an identity or words.")]
Type = Annotated[str, typer.Option("--type", metavar="LABEL", help="Its type, as in the scheme.")]
Since = Annotated[str, typer.Option(metavar="DAY", help="From this day on, YYYY-MM-DD.")]
Until = Annotated[str, typer.Option(metavar="DAY", help="Up to this day.")]
Suggested = Annotated[bool, typer.Option("--suggested", help="Suggestions, too.")]
Out = Annotated[
    Path | None,
    typer.Option(metavar="FILE", show_default=False, help="Write FILE.csv or FILE.html instead."),
]


@verb
def ledger(
    project: ProjectPath,
    *,
    words: Words = "",
    source: Source = "",
    type_: Type = "",
    since: Since = "",
    until: Until = "",
    suggested: Suggested = False,
    out: Out = None,
    json: Json = False,
) -> None:
    """Tell who claims what, over all documents."""
    from curator.domain.ledger import Wanted
    from curator.services import ledger as kept
    from curator.store.project import Project

    with Project.open(project, write=False) as opened:
        read = kept.read(opened, suggested=suggested)
    wanted = Wanted(words, "", type_, since, until, suggested=suggested)
    name = source.casefold()
    found = [one for one in read.listed(wanted) if name in one.who.casefold()]
    if out is not None:
        kept.write(read, found, out)
        say(f"Wrote {counted(len(found), 'claim')} to {out}.")
    elif json:
        say_json([_plain(read, one) for one in found])
    else:
        list_lines([_line(read, one) for one in found], show=say)
        say(f"{counted(len(found), 'claim')}.")


def _line(read: Ledger, one: Entry) -> str:
    alike = read.matches(one.annotation_id)
    against = sum(match.bearing == "contradicts" for match in alike)
    told = [f"{len(alike) - against} agree" if len(alike) > against else ""]
    told += [f"{against} contradict" if against else ""]
    more = ", ".join(filter(None, told))
    place = ", ".join(filter(None, (one.date, one.title)))
    words = f"{one.who or 'nobody named'}: {one.type} “{one.content or one.cue}”"
    return f"{words}  ({place})" + (f"  [{more}]" if more else "")


def _plain(read: Ledger, one: Entry) -> dict[str, Any]:
    return {
        "source": one.source,
        "identity": one.identity or None,
        "type": one.type,
        "cue": one.cue,
        "content": one.content,
        "attributes": dict(one.attributes),
        "state": one.state,
        "date": one.date,
        "agency": one.agency,
        "document": one.document_id,
        "title": one.title,
        "annotation": one.annotation_id,
        "alike": [
            {
                "annotation": match.entry.annotation_id,
                "bearing": match.bearing.value,
                "likeness": round(match.likeness, 4),
                "same_source": match.same_source,
            }
            for match in read.matches(one.annotation_id)
        ],
    }
