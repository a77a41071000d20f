"""Labels that come along with an import become those that its plan says."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from curator.domain.canonical import canonical
from curator.domain.import_plan import ImportPlan
from curator.formats.base import Incoming, Row
from curator.services.intake_new import New
from curator.services.intake_report import ImportReport, Mapped

_LAYER, _LABEL = Row._fields.index("layer"), Row._fields.index("label")
_PROPOSED = Row._fields.index("proposed")


def relabelled(new: list[New], plan: ImportPlan, report: ImportReport) -> list[New]:
    """Return documents with their annotations under the labels of a plan.

    Args:
        new: what goes in.
        plan: says which label becomes which, and which are left out.
        report: counts what came in under another label, and what was left out.
    """
    if not plan.label_map:
        return new
    return [one._replace(item=_mapped(one.item, plan, report)) for one in new]


def _mapped(item: Incoming, plan: ImportPlan, report: ImportReport) -> Incoming:
    rows: list[list[Any]] = []
    for row in item.annotations:
        layer, label = row[_LAYER], row[_LABEL]
        # A claim without a label gets the scheme's default, which no file says.
        name = label if label is None else plan.name_of(layer, label)
        if name is not None and name != label:
            report.mapped[Mapped(layer, label, name)] += 1
        if name != "":
            rows.append(_row(row, name, plan))
    return replace(item, annotations=rows)


def _row(row: list[Any], name: str | None, plan: ImportPlan) -> list[Any]:
    if name == row[_LABEL] and row[_PROPOSED] is None:
        return row
    proposed = row[_PROPOSED] and _proposed(Row._make(row), name, plan)
    return [*row[:_LABEL], name, *row[_LABEL + 1 : _PROPOSED], proposed, *row[_PROPOSED + 1 :]]


def _proposed(row: Row, name: str | None, plan: ImportPlan) -> str | None:
    """Return what a machine had proposed, under its label here; None where that is no other now."""
    first = json.loads(str(row.proposed))
    first["label"] = plan.name_of(row.layer, first["label"]) or first["label"]
    parts = json.loads(row.parts) if row.parts else [["mention", row.start, row.end]]
    attributes = json.loads(row.attributes) if row.attributes else {}
    same = {"label": name, "parts": [part[:3] for part in parts], "attributes": attributes}
    return None if first == same else canonical(first)
