"""Import of documents with annotations beside parsing them and writing plain rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.corpus import write_jsonl
from tests.benchmarks.measuring import PROBES, Figure, Run, fresh, in_turn, kept, ratio, run

CHUNK = 25
"""Documents of a transaction, as Curator's own."""


def bench(how: Run) -> list[Figure]:
    """Measure it as suggestions and as gold."""
    documents = 200 if how.quick else 10_000
    source = write_jsonl(kept("corpora") / f"import-{documents}.jsonl", documents)
    found = in_turn(
        {
            "plain": _plain(source, CHUNK),
            "plain, one transaction": _plain(source, documents),
            "suggestions": _curator(source, "suggestions"),
            "gold": _curator(source, "gold"),
        },
        how.times,
    )
    plain, whole = found["plain"], found["plain, one transaction"]
    suggestions, gold = found["suggestions"], found["gold"]
    value, against_whole = ratio(suggestions, plain), ratio(suggestions, whole)
    return [
        Figure("plain rows, 25 documents a commit", f"{plain}"),
        Figure("plain rows, one commit", f"{whole}"),
        Figure("import as suggestions", f"{suggestions} = {value:.2f} ×", value, 3, 2),
        Figure("  beside one commit", f"{against_whole:.2f} ×"),
        Figure("import as gold", f"{gold} = {ratio(gold, plain):.2f} ×"),
    ]


def _plain(source: Path, batch: int) -> Callable[[], float]:
    def measure() -> float:
        with fresh() as folder:
            probe = PROBES / "plain_import.py"
            return float(run(probe, source, folder / "plain.db", str(batch)).split()[0])

    return measure


def _curator(source: Path, annotations: str) -> Callable[[], float]:
    def measure() -> float:
        with fresh() as folder:
            probe = PROBES / "curator_import.py"
            return float(run(probe, source, folder / "p.curator", annotations).split()[0])

    return measure
