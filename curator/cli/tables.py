"""The reports of `evaluate` and `simulate` as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from curator.cli.output import table
from curator.cli.plotting import text_plot
from curator.domain.measuring.course import WAYS
from curator.services.wording import counted

_CLAIM_ROWS = {
    "frame": "frame",
    "strict_frame": "frame, strictly",
    "cue_overlap": "cue, overlapping",
    "cue_exact": "cue, exact",
    "content_token": "content, by word",
    "content_iou": "content, half in common",
    "content_exact": "content, exact",
}

_GIVEN_CUE = {
    "source_exact": "source exact",
    "source_overlap": "source overlapping",
    "implicit_source": "no source where gold has none",
    "content_exact": "content exact",
    "content_token_f1": "content by word (F1)",
}

_COLUMNS = {"scratch": "from scratch", "base": "base model", "learned": "with learning"}


def evaluation_lines(found: Mapping[str, Any]) -> Iterator[str]:
    """Yield what `evaluate` reports, as its JSON has it."""
    yield f"Compared {counted(found['documents'], 'document')}; {_policy(found)}."
    if found["missing"]:
        names = ", ".join(found["missing"][:5]) + (", …" if len(found["missing"]) > 5 else "")
        yield f"Not in the project: {counted(len(found['missing']), 'document')} ({names})."
    if found["other_text"]:
        yield f"In the project with another text: {', '.join(found['other_text'][:5])}."
    if found["extra"]:
        yield f"Not in the gold: {counted(found['extra'], 'document')}."
    if found["blind"]:
        yield f"Blind, with what their machine held back: {counted(found['blind'], 'document')}."
    if "entities" in found:
        yield from _entities(found["entities"])
    if "claims" in found:
        yield from _claims(found["claims"])
    yield from _calibration(found["calibration"])


def simulation_lines(found: Mapping[str, Any]) -> Iterator[str]:
    """Yield what `simulate` reports, as its JSON has it."""
    learned = ", ".join(found["learn"]) or "nothing"
    model = f", model {found['model']}" if found["model"] else ""
    order = "in the order of the file" if found["seed"] is None else f"shuffled by {found['seed']}"
    yield (
        f"Worked through {counted(found['documents'], 'document')} with "
        f"{counted(found['annotations'], 'annotation')} {order}, learning {learned}{model}; "
        f"{_policy(found)}."
    )
    if not found["documents"]:
        return
    yield ""
    rows = [["", *_COLUMNS.values(), "below scratch", "below base"]]
    for name, key in (
        ("edits per document", "edits_per_document"),
        ("actions per annotation", "actions_per_annotation"),
    ):
        values = found[key]
        rows.append(
            [
                name,
                *(f"{values[way]:.2f}" for way in WAYS),
                _saved(values["learned"], values["scratch"]),
                _saved(values["learned"], values["base"]),
            ]
        )
    yield from table(rows)
    opened = found["learned_as_opened"]["edits_per_document"]
    yield f"As documents were opened, before their own decisions taught: {opened:.2f} edits."
    yield ""
    yield from table([_window_head(found), *map(_window, found["windows"])])
    yield ""
    yield from text_plot(found["windows"])
    yield from _calibration(found["calibration"])
    if "then" in found:
        yield from ("", "Then, on the other file:", *evaluation_lines(found["then"]))


def _window_head(found: Mapping[str, Any]) -> list[str]:
    f1 = "exact F1" if "entity" in found["layers"] else "frame F1"
    return ["documents", *(f"edits {way}" for way in WAYS), f"{f1} base", "learned"]


def _window(one: Mapping[str, Any]) -> list[str]:
    edits = [f"{one['edits_per_document'][way]:.1f}" for way in WAYS]
    f1 = [f"{100 * one['f1'][way]:.1f}" for way in ("base", "learned")]
    name = f"{one['from']}–{one['to']}" if one["documents"] > 1 else str(one["from"])
    return [name, *edits, *f1]


def _saved(value: float, other: float) -> str:
    return f"{100 * (1 - value / other):.1f} %" if other else "–"


def _policy(found: Mapping[str, Any]) -> str:
    places = "GPE, LOC and FAC are one" if found["merge_places"] else "every label by itself"
    articles = "without articles and ’s" if found["ignore_articles"] else "with every letter"
    return f"labels: {places}; edges: {articles}"


def _entities(found: Mapping[str, Any]) -> Iterator[str]:
    rows = [_head("entities")]
    for key, name in (("exact", "exact"), ("span_only", "span only"), ("overlap", "overlapping")):
        rows.append(_row(name, found[key]))
    rows += [_row(f"  {name}", tally) for name, tally in found["per_label"].items()]
    yield ""
    yield from table(rows)
    if found["left_out"]:
        count = counted(found["left_out"], "suggestion")
        yield f"Left out, for a label that the gold does not have: {count}."


def _claims(found: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield from table(
        [_head("claims"), *(_row(name, found[key]) for key, name in _CLAIM_ROWS.items())]
    )
    given = found["given_matched_cue"]
    shares = [_share(name, given[key]) for key, name in _GIVEN_CUE.items() if key in given]
    if shares:
        yield f"Where the cue is met: {'; '.join(shares)}."
    if found["attributes"]:
        told = "; ".join(_share(name, one) for name, one in found["attributes"].items())
        yield f"Attributes there: {told}."


def _share(name: str, told: Mapping[str, Any]) -> str:
    return f"{name} {100 * told['share']:.1f} of {told['of']:,}"


def _head(name: str) -> list[str]:
    return [name, "precision", "recall", "F1", "suggested", "gold"]


def _row(name: str, tally: Mapping[str, Any]) -> list[str]:
    shares = [f"{100 * tally[key]:.1f}" for key in ("precision", "recall", "f1")]
    return [name, *shares, f"{tally['suggested']:,}", f"{tally['gold']:,}"]


def _calibration(found: Mapping[str, Any]) -> Iterator[str]:
    if not found["n"]:
        return
    yield ""
    for name, one in found["layers"].items():
        auc = "–" if one["auc"] is None else f"{one['auc']:.3f}"
        yield (
            f"Confidence of {counted(one['n'], name)}: ECE {one['ece']:.3f}, AUC {auc} "
            "(as shown before the decision)."
        )
