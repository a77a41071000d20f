"""The verb `check`."""

from __future__ import annotations

import typer

from curator.cli.options import Json, ProjectPath
from curator.cli.output import PROBLEMS, list_lines, say, say_json, verb
from curator.services import wording
from curator.services.wording import counted


@verb
def check(project: ProjectPath, *, json: Json = False) -> None:
    """Check texts, counts and the log, and replay it."""
    from curator.services import health
    from curator.store import log
    from curator.store.project import Project

    with Project.open(project, write=False) as opened:
        findings = health.findings(opened)
        with opened.read() as tx:
            change_sets, head = log.head(tx)
    if json:
        say_json(
            {
                "healthy": not findings,
                "findings": [
                    {"code": one.code, "facts": one.facts, "words": wording.finding(one)}
                    for one in findings
                ],
                "change_sets": change_sets,
                "head": head,
            }
        )
    else:
        list_lines([f"{wording.finding(one)}." for one in findings], show=say)
        summary = counted(len(findings), "finding") if findings else "All is well"
        say(f"{summary}: {counted(change_sets, 'change set')}, the newest {head[:12]}.")
    if findings:
        raise typer.Exit(PROBLEMS)
