"""What settles how files are imported: read as what, under which labels, as which batch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from curator.domain.faults import Fault

LABELS = ("add", "strict")
"""What becomes of labels that are new to the scheme: they are added to it, or left out."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that settles an import but for its files; what a profile keeps.

    Attributes:
        format_name: of the format; None goes by the suffix.
        encoding: what texts and tables are in; None finds out.
        columns: names of columns by what they hold, for tables, empty where none holds it; the
            others are recognised.
        annotations: ``as-is``, ``ignore``, ``suggestions`` or ``gold``.
        label_map: by ``LABEL`` or ``layer:LABEL`` of the files what it is called here; an empty
            name leaves it out.
        labels: one of `LABELS`.
        carry: whether decisions on older versions are carried over; None as the project has it.
        batch: what the batch is called, ``{name}`` standing for the first file or folder and
            ``{date}`` for the day; empty for the first file or folder.
    """

    format_name: str | None = None
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    annotations: str = "as-is"
    label_map: Mapping[str, str] = field(default_factory=dict)
    labels: str = LABELS[0]
    carry: bool | None = None
    batch: str = ""

    def plain(self) -> dict[str, Any]:
        """Return it as a plain value, without what is as usual."""
        usual = ImportPlan()
        kept: dict[str, Any] = {}
        for one in fields(self):
            value = getattr(self, one.name)
            if value != getattr(usual, one.name):
                kept[one.name] = dict(value) if isinstance(value, Mapping) else value
        return kept

    def name_of(self, layer: str, label: str) -> str:
        """Return what a label of the files is called here; empty where it is left out."""
        return self.label_map.get(f"{layer}:{label}", self.label_map.get(label, label))

    def calling(self, layer: str, label: str, name: str) -> ImportPlan:
        """Return a plan under which a layer's label is called so; an empty name leaves it out."""
        if self.name_of(layer, label) == name:
            return self
        return replace(self, label_map={**self.label_map, f"{layer}:{label}": name})


def import_plan_from_plain(plain: Mapping[str, Any]) -> ImportPlan:
    """Read what `ImportPlan.plain` wrote; what another Curator added to it is passed over."""
    names = {one.name for one in fields(ImportPlan)}
    return ImportPlan(**{key: value for key, value in plain.items() if key in names})


def label_map_of(pairs: Iterable[str]) -> dict[str, str]:
    """Read which labels become which, as on the command line: ``PER=PERSON``, ``MISC=``.

    Args:
        pairs: each one of them, or several with commas between.

    Raises:
        Fault: ``import.label_map`` for what has another form.
    """
    names: dict[str, str] = {}
    for one in (part for pair in pairs for part in pair.split(",")):
        label, sign, name = (part.strip() for part in one.partition("="))
        if not sign or not label:
            raise Fault("import.label_map", given=one.strip())
        names[label] = name
    return names
