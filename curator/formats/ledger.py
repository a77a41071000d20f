"""The claim ledger as a CSV table for spreadsheets and as an HTML page for people."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from html import escape

from curator.domain.ledger import Entry, Likeness, Match, by_source
from curator.formats.report import page
from curator.formats.report_claims import headings
from curator.formats.tables import guarded

COLUMNS = (
    *("source", "identity", "type", "content", "cue", "attributes", "state"),
    *("date", "agency", "title", "agrees", "contradicts", "document", "annotation"),
)
_BOM = "\ufeff"
_HEADS = headings(("Type", "Content", "Cue", "Date", "Document", "Alike"), counted=())
_SHOWN = 3
"""Alike claims that a page shows of each claim."""


def csv_text(entries: Sequence[Entry], likeness: Likeness) -> str:
    """Return a row for each claim; cells that a spreadsheet could run are guarded."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for one in entries:
        table.writerow([guarded(cell) for cell in _cells(one, likeness.of(one.annotation_id))])
    return _BOM + out.getvalue()


def _cells(one: Entry, matches: Sequence[Match]) -> Iterator[str | int]:
    yield from (one.source, one.identity, one.type, one.content, one.cue)
    yield "; ".join(f"{name}: {value}" for name, value in sorted(one.attributes.items()))
    yield from (one.state, one.date, one.agency, one.title)
    for bearing in ("agrees", "contradicts"):
        yield sum(match.bearing == bearing for match in matches)
    yield from (one.document_id, one.annotation_id)


def html_text(entries: Sequence[Entry], likeness: Likeness) -> str:
    """Return a page with the claims of each source; nothing in it is loaded or run."""
    grouped: dict[str, list[Entry]] = {}
    for one in entries:
        grouped.setdefault(one.key, []).append(one)
    told = "One claim" if len(entries) == 1 else f"{len(entries):,} claims"
    told += ", by source. Alike claims share rare words; whether they agree is for you to judge."
    body = [f"<header><h1>Claim ledger</h1><p>{told}</p></header><main>"]
    for key, name, _count in by_source(entries):
        rows = "".join(_row(one, likeness) for one in grouped[key])
        head = f"<bdi>{escape(name)}</bdi>" if name else "No source named"
        body.append(
            f'<section><h2>{head}</h2><div class="scroll"><table><thead><tr>{_HEADS}</tr></thead>'
            f"<tbody>{rows}</tbody></table></div></section>"
        )
    return page("Claim ledger", [*body, "</main>"])


def _row(one: Entry, likeness: Likeness) -> str:
    alike = "<br>".join(_alike(match) for match in likeness.of(one.annotation_id)[:_SHOWN])
    cells = (one.type, one.content, one.cue, one.date, one.title)
    told = "".join(f"<td><bdi>{escape(words)}</bdi></td>" for words in cells)
    return f"<tr>{told}<td>{alike}</td></tr>"


def _alike(match: Match) -> str:
    other = match.entry
    who = escape(other.who) or "no source named"
    return f"{match.bearing.value}: <bdi>{who}</bdi>, <q><bdi>{escape(other.content)}</bdi></q>"
