"""The verb `scheme`: show a project's label scheme, write it to a file, put one in force."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath, Wait
from curator.cli.output import complain, say, say_json, table, verb
from curator.domain.annotation import Layer
from curator.services import wording
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.domain.scheme_draft import SchemeDraft
    from curator.services.scheming import Survey
    from curator.store.project import Project


@verb
def scheme(
    project: ProjectPath,
    *,
    export: Annotated[
        Path | None,
        typer.Option(metavar="FILE.toml", show_default=False, help="Write the scheme to a file."),
    ] = None,
    apply: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.toml",
            show_default=False,
            help="Put the scheme of a file in force; `was` names the labels that one takes over.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what --apply would do.")
    ] = False,
    look_again: Annotated[
        bool,
        typer.Option(help="Look again at what was decided under a changed label."),
    ] = True,
    wait: Wait = 0.0,
    json: Json = False,
) -> None:
    """Show the label scheme, write it to a file, or change it."""
    from curator.services import scheming
    from curator.store.project import Project

    if export is not None and apply is not None:
        raise typer.BadParameter("give one of --export and --apply", param_hint="--export")
    writes = apply is not None and not dry_run
    with Project.open(project, write=writes, wait=wait) as opened:
        if apply is not None:
            _apply(opened, apply, dry_run=dry_run, look_again=look_again, json=json)
        elif export is not None:
            written = scheming.write_scheme(opened, export)
            say(f"Wrote {export}: scheme {written.name}, revision {written.revision}.")
        else:
            _show(opened, json=json)


def _apply(project: Project, path: Path, *, dry_run: bool, look_again: bool, json: bool) -> None:
    from curator.domain.scheme_steps import steps, to_look_at
    from curator.services import scheming

    draft = scheming.read_draft(project, path)
    uses = scheming.survey(project).uses
    lines = [wording.scheme_step(step) for step in steps(draft, uses)]
    again = to_look_at(draft, uses) if look_again else 0
    act = 0 if dry_run else scheming.revise(project, draft, look_again=look_again).act
    if json:
        say_json({"steps": lines, "look_again": again, "act": act or None})
        return
    for line in lines:
        say(line)
    if again:
        say(f"To look at again: {counted(again, 'annotation')}.")
    _conclude(draft, act, dry_run=dry_run)


def _conclude(draft: SchemeDraft, act: int, *, dry_run: bool) -> None:
    if not draft.changed:
        say("Nothing to change.")
    elif dry_run:
        complain("nothing was changed: --dry-run")
    else:
        say(f"Revision {draft.base.revision + 1} of the label scheme is in force (act {act}).")


def _show(project: Project, *, json: bool) -> None:
    from curator.domain.scheme import scheme_to_plain
    from curator.services import scheming, second_looks

    found, again = scheming.survey(project), second_looks.worklist(project)
    if json:
        plain: dict[str, Any] = {"revision": found.scheme.revision, **scheme_to_plain(found.scheme)}
        plain["annotations"] = {
            layer.value: {
                label.name: use.all
                for label in part.labels
                if (use := found.uses.get((layer, label.name))) is not None
            }
            for layer, part in found.scheme.layers.items()
        }
        plain["look_again"] = {"left": len(again.left), "looked_at": again.looked}
        say_json(plain)
        return
    say(f"Scheme {found.scheme.name}, revision {found.scheme.revision}")
    for layer in (one for one in Layer if one in found.scheme.layers):
        say("")
        for line in table(_rows(found, layer)):
            say(line)
    if again.places:
        places = counted(len(again.left), "place")
        say(f"\n{places} to look at again, {again.looked:,} of {len(again.places):,} looked at.")


def _rows(found: Survey, layer: Layer) -> list[list[str]]:
    rows = [[layer.value, "key", "colour", "annotations", ""]]
    for label in found.scheme.layer(layer).labels:
        use = found.uses.get((layer, label.name))
        n = f"{use.all:,}" if use is not None else "0"
        rows.append(
            [label.name, label.key or "", label.colour, n, "retired" if label.retired else ""]
        )
    return rows
