"""The verbs `learn`, `versions` and `preview`: what is taught, what is used, what would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath, Wait
from curator.cli.output import complain, list_lines, say, say_json, stopping, table, verb
from curator.cli.progress import progress
from curator.services import wording
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.services.learning.tuning import TuneReport
    from curator.services.learning.updating import Example, Update
    from curator.services.learning.versions import Version
    from curator.store.project import Project

BASE = "base"

Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME|FOLDER",
        show_default=False,
        help="Pipeline; else the one that was chosen, see `pipelines`.",
    ),
]

Seed = Annotated[int, typer.Option("--seed", help="The same seed learns the same.")]


@verb
def learn(
    project: ProjectPath,
    *,
    model: Model = None,
    seed: Seed = 0,
    wait: Wait = 0.0,
    json: Json = False,
) -> None:
    """Teach the recogniser from documents reviewed for entities."""
    from curator.services import pipelines
    from curator.services.learning import tuning
    from curator.store.project import Project
    from curator.suggest.tuning.trainer import Trainer

    report = tuning.TuneReport()
    with (
        stopping(lambda: "the version in use stays in use"),
        Project.open(project, write=True, wait=wait) as opened,
    ):
        trainer = Trainer(model=pipelines.wanted(model))
        try:
            with progress("Learning", unit="text") as told:
                for step in tuning.tune(opened, trainer, seed=seed, report=report):
                    told(step.done, step.total)
        finally:
            trainer.close()
    for fault in report.faults:
        complain(wording.fault(fault).line)
    if json:
        say_json(_report_to_plain(report))
    else:
        _say_report(report)


@verb
def versions(
    project: ProjectPath,
    *,
    use: Annotated[
        str | None,
        typer.Option(
            "--use",
            metavar="DIGEST|base",
            show_default=False,
            help="Suggest with this version from now on; “base” is the pipeline as it came.",
        ),
    ] = None,
    wait: Wait = 0.0,
    json: Json = False,
) -> None:
    """List what was learned, version by version; switch or go back."""
    from curator.services.learning import tuning
    from curator.services.learning import versions as service
    from curator.store.project import Project

    with Project.open(project, write=use is not None, wait=wait) as opened:
        if use is not None:
            service.use(opened, None if use == BASE else use)
        found = service.versions(opened)
        notice, due = service.notice(opened), tuning.due(opened)
    if notice is not None:
        complain(wording.fault(notice).line)
    if json:
        say_json({"due": due, "versions": [_version_to_plain(one) for one in found]})
        return
    for line in table(_rows(found)):
        say(line)
    if due:
        say("Enough was reviewed to learn again: curator learn PROJECT")


@verb
def preview(
    project: ProjectPath,
    *,
    version: Annotated[
        str | None,
        typer.Option(
            "--version",
            metavar="DIGEST|base",
            show_default=False,
            help="What to look at; the newest version without it.",
        ),
    ] = None,
    model: Model = None,
    most: Annotated[int, typer.Option("--most", min=1, help="Documents to compare.")] = 200,
    json: Json = False,
) -> None:
    """Show what a version would change, before it is used."""
    from curator.services.learning import versions as service
    from curator.store.project import Project

    with stopping(lambda: "nothing was changed"), Project.open(project, write=False) as opened:
        asked = version or next((one.digest for one in service.versions(opened)), BASE)
        used = service.current_weights(opened)
        found = {"in use": _preview(opened, used.name if used else BASE, None, most)}
        if model is not None or asked != (used.name if used else BASE):
            found[asked] = _preview(opened, asked, model, most)
    if json:
        say_json({name: _update_to_plain(one) for name, one in found.items()})
    else:
        _say_updates(found)


def _preview(project: Project, digest: str, model: str | None, most: int) -> Update:
    from curator.domain.annotation import Layer
    from curator.services import pipelines
    from curator.services.learning import updating
    from curator.services.learning import versions as service
    from curator.suggest.client import SuggestProcess

    weights = None if digest == BASE else service.weights_of(project, digest)
    process = SuggestProcess(layers=[Layer.ENTITY], model=pipelines.wanted(model), weights=weights)
    update = updating.Update()
    try:
        with progress(f"Comparing {digest}", unit="document") as told:
            for step in updating.preview(project, process, update, most=most):
                told(step.done, step.total)
        for fault in process.ready.broken if process.ready else ():
            complain(wording.fault(fault).line)
    finally:
        process.close()
    return update


def _say_report(report: TuneReport) -> None:
    version = report.version
    if version is None:
        say("Nothing was learned.")
        return
    texts = counted(int(version.figures["counts"]["texts"]), "text")
    say(f"Learned version {version.digest} from {texts}.")
    if report.held:
        before, after = report.scores["before"].f1, report.scores["after"].f1
        held = counted(report.held, "document")
        say(f"F1 on {held} held out: {before:.3f} before, {after:.3f} after.")
    else:
        say("Nothing is held out yet, so it is not measured.")
    if report.switched:
        say("It is in use; “curator suggest PROJECT --again” lets it suggest.")
    else:
        say("It is not used, because it is worse; “curator versions” lets you use it all the same.")


def _report_to_plain(report: TuneReport) -> dict[str, Any]:
    return {
        "version": None if report.version is None else _version_to_plain(report.version),
        "switched": report.switched,
        "held": report.held,
        "f1": {name: round(score.f1, 4) for name, score in report.scores.items()},
    }


def _version_to_plain(version: Version) -> dict[str, Any]:
    return {
        "digest": version.digest,
        "created": version.created,
        "documents": version.documents,
        "in_use": version.in_use,
        "present": version.present,
        "figures": dict(version.figures),
    }


def _rows(found: list[Version]) -> list[list[str]]:
    rows = [["version", "made", "documents", "held out", "F1 before", "F1 after", ""]]
    for one in found:
        held = one.figures["held"]
        scores = [f"{one.f1(name):.3f}" if held else "–" for name in ("before", "after")]
        standing = "in use" if one.in_use else "" if one.present else "weights are gone"
        made = one.created[:16].replace("T", " ")
        rows.append([one.digest, made, str(one.documents), str(held), *scores, standing])
    base = "" if any(one.in_use for one in found) else "in use"
    rows.append([BASE, "", "", "", "", "", base])
    return rows


def _say_updates(found: dict[str, Update]) -> None:
    from curator.domain.learning.comparing import Kind

    first = next(iter(found.values()))
    documents = f"{first.documents} of {counted(first.reviewed, 'reviewed document')}"
    say(f"Compared with what was decided in {documents}.")
    rows = [["", *found]]
    rows.append(["accepted", *(str(one.comparison.accepted) for one in found.values())])
    rows.append(["as decided", *(str(one.comparison.same) for one in found.values())])
    for kind in Kind:
        counts = (one.comparison.differences[kind] for one in found.values())
        rows.append([kind.value, *map(str, counts)])
    for line in table(rows):
        say(line)
    last = list(found.values())[-1]
    list_lines(
        [_line(kind.value, one) for kind in Kind for one in last.examples[kind][:5]], show=say
    )


def _line(kind: str, one: Example) -> str:
    decided, found = one.difference.decided, one.difference.found
    was = f"“{one.quote}” {decided.label}" if decided else ""
    would = f"“{one.found_quote}” {found.label}" if found else ""
    return f"  {kind}: {' → '.join(filter(None, (was, would)))} (document {one.document_id})"


def _update_to_plain(update: Update) -> dict[str, Any]:
    return {
        "documents": update.documents,
        "reviewed": update.reviewed,
        "accepted": update.comparison.accepted,
        "rejected": update.comparison.rejected,
        "as_decided": update.comparison.same,
        "differences": {kind.value: n for kind, n in update.comparison.differences.items()},
        "examples": [
            {
                "kind": kind.value,
                "document": one.document_id,
                "quote": one.quote,
                "decided": one.difference.decided and one.difference.decided._asdict(),
                "found": one.difference.found and one.difference.found._asdict(),
            }
            for kind, examples in update.examples.items()
            for one in examples
        ],
        "failed": [number for number, _fault in update.failed],
    }
