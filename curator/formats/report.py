"""A report of documents for people: a page for each, and an index; HTML with nothing to load.

A page has the text marked as the window draws it, the claims by their sources, and a legend. It
has no script, its style is in it, and every word of a document is escaped; a content security
policy says so to the browser. It follows the reader's light or dark theme, and prints in light.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import escape
from typing import Any
from urllib.parse import quote

from curator import assets
from curator.domain.annotation import CLAIM_ROLES, Layer
from curator.formats.base import Format
from curator.formats.losses import ATTRIBUTES, REMARKS, counts, details
from curator.formats.naming import FileNames
from curator.formats.outgoing import LeftOut, OutAnnotation, Outgoing, Piece, Report, Sentences
from curator.formats.report_claims import claims_html, headings
from curator.formats.report_text import family, text_html
from curator.translation import gettext as _

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_INDEX = "index"


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:  # noqa: ARG001 - as a format writes
    """Write a document's page; every selected annotation is on it, whatever its state."""
    shown = [one for one in outgoing.annotations if one.annotation.layer in outgoing.layers]
    entities, claims = (
        [one for one in shown if one.annotation.layer is layer]
        for layer in (Layer.ENTITY, Layer.CLAIM)
    )
    claims.sort(key=lambda one: one.annotation.place)
    left_out = details(outgoing, shown, held={ATTRIBUTES, REMARKS})
    left_out += [LeftOut(outgoing.id, one.id, "relation") for one in shown if one.links]
    facts = {key: value for key, value in outgoing.meta.items() if isinstance(value, str | int)}
    if outgoing.extra or len(facts) < len(outgoing.meta):
        left_out.append(LeftOut(outgoing.id, None, "meta"))
    title = " ".join(outgoing.title.split()) or outgoing.id
    body = [
        '<a class="skip" href="#text">Skip to the text</a>',
        f"<header><h1><bdi>{escape(title)}</bdi></h1>{_facts(outgoing.id, facts)}</header><main>",
        _section("text", "Text", _text(outgoing, entities, claims)),
        _section("claims", "Claims by source", claims_html(outgoing.text, claims))
        if Layer.CLAIM in outgoing.layers
        else "",
        _section("legend", "Legend", _legend(outgoing, entities, claims)),
        f'</main><footer><p><a href="{_INDEX}.html">All documents of this report</a></p></footer>',
    ]
    more = {"id": outgoing.id, "title": title, "entities": len(entities), "claims": len(claims)}
    more["date"] = str(facts.get("date", ""))
    return Piece(page(title, body), Report(counts(outgoing, shown), tuple(left_out)), more)


def _section(name: str, title: str, content: str) -> str:
    return f'<section aria-labelledby="{name}"><h2 id="{name}">{title}</h2>{content}</section>'


def _text(outgoing: Outgoing, entities: list[OutAnnotation], claims: list[OutAnnotation]) -> str:
    language = str(outgoing.meta.get("language", ""))
    told = f' lang="{language}"' if _LANGUAGE.fullmatch(language) else ""
    return f'<div class="text"{told}>{text_html(outgoing, entities, claims)}</div>'


def _facts(name: str, facts: dict[str, Any]) -> str:
    rows = {"id": name, **{key: facts[key] for key in sorted(facts) if key != "title"}}
    told = "".join(
        f"<div><dt>{escape(str(key))}</dt><dd><bdi>{escape(str(value))}</bdi></dd></div>\n"
        for key, value in rows.items()
        if str(value).strip()
    )
    return f'<dl class="facts">{told}</dl>'


def _legend(outgoing: Outgoing, entities: list[OutAnnotation], claims: list[OutAnnotation]) -> str:
    """Say what each colour, line and box means, for what is on the page."""
    rows = [
        [
            f'<mark class="e {family(outgoing, Layer.ENTITY, label)} accepted">'
            f"<bdi>{escape(label)}</bdi></mark> {number}"
            for label, number in _labels(entities)
        ],
        [
            f'<span class="c content {family(outgoing, Layer.CLAIM, label)} accepted">'
            f"<bdi>{escape(label)}</bdi></span> {number}"
            for label, number in _labels(claims)
        ],
        [f'<span class="c {role.value} accepted">{role.value}</span>' for role in CLAIM_ROLES],
        [
            f'<mark class="e {state}">{state}</mark>'
            for state in sorted({one.state for one in [*entities, *claims]})
        ],
    ]
    kept = [rows[0], rows[1], rows[2] if claims else [], rows[3]]
    names = ("Entities", "Claims", "Parts of a claim", "States")
    told = "".join(
        f'<ul class="legend" aria-label="{name}">{"".join(f"<li>{one}</li>" for one in row)}</ul>'
        for name, row in zip(names, kept, strict=True)
        if row
    )
    return told or "<p>There are no annotations in this export of the document.</p>"


def _labels(annotations: list[OutAnnotation]) -> list[tuple[str, int]]:
    return sorted(Counter(one.annotation.label for one in annotations).items())


def page(title: str, body: list[str]) -> str:
    """Return a page of a report: one file, with nothing that is loaded or run.

    Args:
        title: plain text.
        body: HTML, in which a stranger's words are escaped.
    """
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{escape(title)}</title>",
            f"<style>\n{_style()}</style></head><body>",
            *(one for one in body if one),
            "</body></html>\n",
        ]
    )


@cache
def _style() -> str:
    """Return the style; the colours are the window's."""
    folder = assets.resources() / "report"
    return "".join(
        (folder / name).read_text(encoding="utf-8") for name in ("report.css", "colours.css")
    )


def pack(pieces: Iterator[Piece]) -> Iterator[tuple[str, str | bytes]]:
    """Put each page into a file of its own, named by its document's id, and write the index."""
    names = FileNames()
    names.of(_INDEX)
    rows = []
    for piece in pieces:
        name = names.of(piece.more["id"]) + ".html"
        rows.append(_row(name, piece))
        yield name, piece.text
    yield f"{_INDEX}.html", _index(rows)


def _row(name: str, piece: Piece) -> str:
    more = piece.more
    link = f'<a href="./{quote(name)}"><bdi>{escape(more["title"])}</bdi></a>'
    numbers = "".join(f'<td class="n">{more[key]}</td>' for key in ("entities", "claims"))
    return (
        f'<tr><th scope="row">{link}</th><td class="date"><bdi>{escape(more["date"])}</bdi></td>'
        f"{numbers}<td><bdi>{escape(more['id'])}</bdi></td></tr>"
    )


def _index(rows: list[str]) -> str:
    names = ("Document", "Date", "Entities", "Claims", "Id")
    heads = headings(names, counted={"Entities", "Claims"})
    told = f"{len(rows)} documents" if len(rows) != 1 else "One document"
    table = (
        f"<table><caption>{told}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )
    content = table if rows else "<p>No document was selected.</p>"
    title = "Report of annotated documents"
    return page(title, [f"<header><h1>{title}</h1></header><main>{content}</main>"])


FORMAT = Format(
    name="html-report",
    title=_("HTML report"),
    suffixes=(".html",),
    write=write,
    pack=pack,
    folder=True,
)
