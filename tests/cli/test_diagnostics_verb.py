"""The verb `diagnostics`."""

from __future__ import annotations

from tests.cli.conftest import Run


def test_that_it_tells_of_the_program_and_of_a_project(run: Run) -> None:
    run("new", "p", "--blind", "0")
    alone, both = run("diagnostics"), run("diagnostics", "p", "--json")
    assert (alone.code, both.code) == (0, 0)
    assert alone.out.startswith("Curator: ")
    assert "Documents" not in alone.out
    assert both.json["Documents"] == "0 in 0 batches"
