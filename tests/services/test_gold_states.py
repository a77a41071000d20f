"""What somebody rejected, or was unsure of, never becomes gold by being imported as gold."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.annotation import State
from curator.domain.gold import Selection
from curator.domain.import_plan import ImportPlan
from curator.services.exporting import export
from curator.services.importing import Import, import_paths
from tests.support.pictures import record
from tests.support.projects import make, shown, take

ALL = Selection(states=frozenset((State.ACCEPTED, State.REJECTED, State.UNSURE)), documents="all")


@pytest.mark.parametrize("name", ["jsonl", "brat", "prodigy", "webanno"])
def test_that_only_what_is_accepted_comes_back_as_gold(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    with make(tmp_path / "one.curator") as project:
        take(project, record("a", "[Ana:PERSON!] of [Velm:GPE-] met [Bo:PERSON~] there"))
        export(project, out, format_name=name, selection=ALL)
    with make(tmp_path / "other.curator") as other:
        for _step in import_paths(
            Import(other, [out], ImportPlan(format_name=name, annotations="gold"))
        ):
            pass
        assert [one.rstrip("!+") for one in shown(other)] == ["Ana:PERSON"]


def test_that_what_is_left_out_is_said(tmp_path: Path) -> None:
    with make(tmp_path / "one.curator") as project:
        line = record("a", "[Ana:PERSON!] of [Velm:GPE-] met [Bo:PERSON~]")
        report = take(project, line, annotations="gold")
        assert shown(project) == ["Ana:PERSON!"]
        assert [(one.code, one.facts["state"]) for one in report.problems] == [
            ("import.no_gold", "rejected"),
            ("import.no_gold", "unsure"),
        ]
