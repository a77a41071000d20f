"""WebAnno TSV 3.3, as INCEpTION reads and writes it: a document a file, tokens line by line.

Written after the section “WebAnno TSV 3.3 File format” of INCEpTION's user guide; where that says
nothing, INCEpTION's own reader counts. Offsets are UTF-16 units of the text.

An entity is a ``NamedEntity`` with its label as ``value``. A claim is a layer of spans and one of
relations: its cue (or its content without one) is a ``webanno.custom.Claim`` whose ``type`` is the
claim's and whose other features are its attributes; each other part is one with a ``role`` only,
and a ``webanno.custom.ClaimPart`` leads from the first to it. Links are a
``webanno.custom.Link``. INCEpTION needs these three layers in its project before it reads them.
"""

from __future__ import annotations

from pathlib import Path

from curator.domain.annotation import Layer
from curator.formats import fitting
from curator.formats.base import Format
from curator.formats.fitting import Span
from curator.formats.flat import Flat, FlatSpan, flatten
from curator.formats.losses import GOLD, HELD, counts, details, of_document, select
from curator.formats.naming import FileNames, apart
from curator.formats.outgoing import LeftOut, OutAnnotation, Outgoing, Piece, Report, Sentences
from curator.formats.webanno_lines import file_text, is_feature
from curator.formats.webanno_reading import read
from curator.translation import gettext as _


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:
    """Write a document.

    Where an edge lies inside a token a part of the token has a line of its own, unless
    `Outgoing.fit` says otherwise; the tokens stay whole. White space at an edge is left out.

    Args:
        outgoing: the document.
        sentences: its tokens.

    Returns:
        The file, and a report that lists what it does not hold.
    """
    chosen, left_out = select(outgoing, written=HELD, told=GOLD)
    flat = flatten(outgoing.id, chosen)
    left_out += flat.left_out
    spans, told = _fitted(outgoing, sentences, flat)
    left_out += told
    there = {span.id for span, _ in spans}
    relations = [one for one in flat.relations if {one.head, one.child} <= there]
    left_out += [
        LeftOut(outgoing.id, one.head, "link")
        for one in flat.relations
        if one.head in there and one.child not in there
    ]
    written = [span.owner for span, _ in spans if span.owner is not None]
    left_out += _details(outgoing, written)
    whole = fitting.fit(outgoing.text, sentences, [], edges="split").sentences
    text = file_text(outgoing, whole, spans, relations)
    report = Report(counts(outgoing, written), tuple(left_out))
    return Piece(text, report, {"id": outgoing.id})


def _fitted(
    outgoing: Outgoing, sentences: Sentences, flat: Flat
) -> tuple[list[tuple[FlatSpan, Span]], list[LeftOut]]:
    """Return spans with the places that they have in the file; a claim goes out whole or not."""
    places = [(one.start, one.end) for one in flat.spans]
    fitted = fitting.fit(outgoing.text, sentences, places, edges=outgoing.fit.edges)
    owners = _owners(flat)
    left_out = [
        LeftOut(outgoing.id, owners[span.id].id, reason)
        for span, reason in zip(flat.spans, fitted.reasons, strict=True)
        if reason
    ]
    placed = list(zip(flat.spans, fitted.spans, strict=True))
    gone = {owners[span.id].id for span, place in placed if place is None}
    kept = [
        (span, place)
        for span, place in placed
        if place is not None and owners[span.id].id not in gone
    ]
    # White space that was left out may have changed which of two spans begins first.
    kept.sort(key=lambda one: (one[1][0], -one[1][1], one[0].label))
    return kept, left_out


def _owners(flat: Flat) -> dict[str, OutAnnotation]:
    """Return for each span the annotation that it stands for, or belongs to."""
    owners = {span.id: span.owner for span in flat.spans if span.owner is not None}
    for one in flat.relations:
        if one.child not in owners:
            owners[one.child] = owners[one.head]
    return owners


def _details(outgoing: Outgoing, written: list[OutAnnotation]) -> list[LeftOut]:
    claims: list[OutAnnotation] = []
    others: list[OutAnnotation] = []
    for one in written:
        annotation = one.annotation
        told = annotation.layer is Layer.CLAIM and all(map(is_feature, annotation.attributes))
        (claims if told else others).append(one)
    lost = details(outgoing, claims, held={"attributes"}) + details(outgoing, others)
    lost += of_document(outgoing)
    if FileNames().of(outgoing.id) != outgoing.id:
        lost.append(LeftOut(outgoing.id, None, "file_name"))
    return lost


def recognises(path: Path) -> bool:
    """Whether a file begins as WebAnno TSV does."""
    try:
        with path.open("rb") as stream:
            return (
                stream.read(64).removeprefix(b"\xef\xbb\xbf").startswith(b"#FORMAT=WebAnno TSV 3")
            )
    except OSError:
        return False


FORMAT = Format(
    name="webanno",
    title=_("WebAnno TSV 3.3 (INCEpTION)"),
    suffixes=(".webanno.tsv", ".tsv"),
    read=read,
    write=write,
    needs_tokens=True,
    recognises=recognises,
    pack=apart(".tsv"),
    folder=True,
)
