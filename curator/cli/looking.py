"""What `import --dry-run` says: what would come in, and what would not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer

from curator.cli import planning
from curator.cli.output import PROBLEMS, complain, list_lines, say, say_json
from curator.services import wording
from curator.services.import_preview import Coming, Preview, Previewing
from curator.services.imports import About, Told
from curator.services.wording import counted
from curator.store.project import Project


def look(path: Path, paths: Sequence[Path], given: Mapping[str, Any], *, json: bool) -> None:
    """Say what an import would bring.

    Args:
        path: of the project; nothing is written to it.
        paths: files and folders.
        given: the options of `import`, by name.
        json: for programs.

    Raises:
        typer.Exit: something would not be read, and was told of.
        Fault: as for an import.
    """
    if given["save_profile"] is not None:
        raise typer.BadParameter(
            "an import keeps it, a look does not.", param_hint="--save-profile"
        )
    with Project.open(path, write=False) as project:
        plan = planning.planned(project, given)
        found = Previewing(paths, plan).run(project)
    if json:
        say_json({**asdict(found), "imported": False})
    else:
        _say(found)
    if _words(found.told, About.PROBLEM):
        raise typer.Exit(PROBLEMS)


def _say(found: Preview) -> None:
    new = sum(not one.known for one in found.coming)
    known = len(found.coming) - new
    there = f", {counted(known, 'duplicate')} would be skipped" if known else ""
    where = "At the beginning of" if found.more else "In"
    files = f"{counted(found.files, 'file')} ({wording.size(found.size)})"
    say(f"{where} {files}: {counted(new, 'document')} would come in{there}.")
    list_lines([_line(one) for one in found.coming], show=lambda one: say(f"  {one}"))
    if notes := _words(found.told, About.NOTE):
        say("Worth knowing:")
        list_lines(notes, show=lambda one: say(f"  {one}"))
    list_lines(_words(found.told, About.PROBLEM), show=complain)
    complain("nothing was imported: --dry-run")


def _line(one: Coming) -> str:
    facts = [fact for fact in (one.date, one.agency, one.language) if fact]
    facts += [counted(one.annotations, "annotation")] if one.annotations else []
    facts += ["in the project already"] if one.known else []
    return f"{one.title} ({', '.join(facts)})" if facts else one.title


def _words(told: Sequence[Told], about: About) -> list[str]:
    return [one.words for one in told if one.about is about]
