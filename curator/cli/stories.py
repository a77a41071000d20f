"""The verb `stories`: which documents are versions of one text."""

from __future__ import annotations

from curator.cli.options import Json, ProjectPath
from curator.cli.output import list_lines, say, say_json, verb
from curator.services.wording import counted


@verb
def stories(project: ProjectPath, *, json: Json = False) -> None:
    """List stories: documents that repeat or update one another."""
    from curator.services import versions
    from curator.store.project import Project

    with Project.open(project, write=False) as opened:
        found = versions.listed(opened)
    if json:
        say_json([[one._asdict() for one in story] for story in found])
        return
    lines = []
    for story in found:
        lines.append(f"{story[-1].title}")
        lines += [f"  {one.date or 'no date':<10}  {one.sender_id}" for one in story]
    list_lines(lines, show=say)
    say(counted(len(found), "story"))
