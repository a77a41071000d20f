"""What an export profile keeps: format, selection, parts, and what labels are called outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from curator.domain.gold import Selection, selection_from_plain
from curator.domain.splits import Split, split_of


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """All that settles what an export writes, but for its place.

    Attributes:
        format_name: of its format.
        selection: what goes out.
        split: into which parts; None for one.
        renamed: by ``LABEL`` or ``layer:LABEL`` what it is called outside; an empty name leaves it
            out.
    """

    format_name: str
    selection: Selection = field(default_factory=Selection)
    split: Split | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """Return it as a plain value."""
        more = {
            "split": None if self.split is None else self.split.plain(),
            "renamed": dict(sorted(self.renamed.items())),
        }
        return {
            "format": self.format_name,
            "selection": self.selection.plain(),
            **{key: value for key, value in more.items() if value},
        }


def plan_from_plain(plain: Mapping[str, Any]) -> ExportPlan:
    """Read what `ExportPlan.plain` wrote."""
    split = plain.get("split")
    return ExportPlan(
        plain["format"],
        selection_from_plain(plain.get("selection", {})),
        split_of(split["shares"], seed=split["seed"]) if split else None,
        dict(plain.get("renamed", {})),
    )
