"""UIMA CAS as INCEpTION and DKPro have it: XMI with its types beside it, and CAS JSON.

Entities are DKPro's ``NamedEntity``; one that is neither accepted nor suggested is a
``curator.Entity``, so that nobody takes it for one. A claim is a ``curator.Claim``: its cue (or its
content without one), with its type as ``value`` and its attributes as features; its other parts
have a ``role`` only, and a ``curator.ClaimPart`` leads to each. A ``curator.Details`` says the rest
of an annotation, and a ``curator.Document`` of the document, so that all of it comes back. Offsets
are UTF-16 units in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from curator.domain.annotation import Layer
from curator.formats import cas_files
from curator.formats.assembling import Given, assemble
from curator.formats.base import Format, Incoming, Item, ReadOptions
from curator.formats.cas_files import Unreadable, load_json, load_xmi, xml_text
from curator.formats.cas_reading import CasReading
from curator.formats.cas_types import type_system
from curator.formats.cas_writing import Clean, cas_of, features
from curator.formats.flat import flatten
from curator.formats.losses import counts
from curator.formats.naming import FileNames, apart
from curator.formats.outgoing import LeftOut, Outgoing, Piece, Report, Sentences
from curator.translation import gettext as _

if TYPE_CHECKING:
    from cassis import Cas

Load = Callable[[Path], tuple["Cas", list[str]]]

_NAMES = frozenset(layer.value for layer in Layer)


def write_xmi(outgoing: Outgoing, sentences: Sentences) -> Piece:
    """Write a document as XMI; characters that XML cannot hold are replaced, and told."""
    replaced: list[str] = []

    def clean(words: str) -> str:
        fit = xml_text(words)
        if fit != words:
            replaced.append(words)
        return fit

    piece = _piece(outgoing, sentences, clean, xmi=True)
    if replaced:
        lost = (*piece.report.left_out, LeftOut(outgoing.id, None, "xml_characters"))
        return replace(piece, report=Report(piece.report.counts, lost))
    return piece


def write_json(outgoing: Outgoing, sentences: Sentences) -> Piece:
    """Write a document as CAS JSON, its types in it."""
    return _piece(outgoing, sentences, str, xmi=False)


def _piece(outgoing: Outgoing, sentences: Sentences, clean: Clean, *, xmi: bool) -> Piece:
    chosen = [one for one in outgoing.annotations if one.annotation.layer in outgoing.layers]
    flat = flatten(outgoing.id, chosen)
    cas = cas_of(outgoing, sentences, flat, clean)
    text = cas.to_xmi() if xmi else cas.to_json()
    left_out = list(flat.left_out)
    if FileNames().of(outgoing.id) != outgoing.id:
        left_out.append(LeftOut(outgoing.id, None, "file_name"))
    written = [one.owner for one in flat.spans if one.owner is not None]
    more = {"id": outgoing.id, "features": features(flat)}
    return Piece(text or "", Report(counts(outgoing, written), tuple(left_out)), more)


def _pack_xmi(pieces: Iterator[Piece]) -> Iterator[tuple[str, str | bytes]]:
    """Put each document into a file, and the types of all of them beside."""
    attributes: set[str] = set()

    def noted() -> Iterator[Piece]:
        for piece in pieces:
            attributes.update(piece.more["features"])
            yield piece

    yield from apart(".xmi")(noted())
    yield "TypeSystem.xml", type_system(attributes).to_xml() or ""


def read_xmi(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read a document, with the ``TypeSystem.xml`` that stands beside it.

    Spans of every layer are entities, called by a feature named ``value``, ``label``, ``type`` …,
    else by their layer; other features become attributes, relations and slots links. Layers of
    grammar are left out, and told.
    """
    yield from _read(path, options, load_xmi)


def read_json(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read a document from CAS JSON, as `read_xmi` does from XMI."""
    yield from _read(path, options, load_json)


def _read(path: Path, options: ReadOptions, load: Load) -> Iterator[Item]:
    try:
        cas, told = load(path)
    except Unreadable as error:
        yield options.problem(None, error.code, **error.facts)
        return
    found = CasReading(cas)
    given = Given(None, path.read_bytes(), found.text, found.id or options.source.stem, found.title)
    found.fill(given)
    own = found.own(given)
    told_meta = {"url": found.uri, "language": found.language}
    given.meta = own["meta"] if found.ours else {k: v for k, v in told_meta.items() if v}
    given.extra = own["extra"]
    given.annotated = bool(given.spans) or found.ours
    for item in assemble(given, options):
        yield _closed(item, found, options) if isinstance(item, Incoming) else item
    for words in told:
        yield options.note(None, "import.cas_warning", words=words)


def _closed(item: Incoming, found: CasReading, options: ReadOptions) -> Incoming:
    """Add which layers were reviewed, where we wrote it."""
    if not found.ours or options.annotations == "ignore":
        return item
    reviewed, layers = (
        [name for name in found.document.get(key, "").split() if name in _NAMES]
        for key in ("reviewed", "layers")
    )
    return replace(item, reviewed=reviewed, layers=layers)


def _is_types(path: Path) -> bool:
    return path.name.lower() == cas_files.TYPES


def _recognises(path: Path) -> bool:
    """Whether a file begins as CAS JSON does."""
    try:
        with path.open("rb") as stream:
            head = stream.read(256).removeprefix(b"\xef\xbb\xbf").split()
    except OSError:
        return False
    return b"".join(head).startswith((b'{"%TYPES"', b'{"%FEATURE_STRUCTURES"', b'{"%VIEWS"'))


XMI = Format(
    name="cas-xmi",
    title=_("UIMA CAS XMI (INCEpTION)"),
    suffixes=(".xmi",),
    read=read_xmi,
    write=write_xmi,
    needs_tokens=True,
    pack=_pack_xmi,
    folder=True,
    companion=_is_types,
)
JSON = Format(
    name="cas-json",
    title=_("UIMA CAS JSON (INCEpTION)"),
    suffixes=(".cas.json", ".json"),
    read=read_json,
    write=write_json,
    needs_tokens=True,
    recognises=_recognises,
    pack=apart(".json"),
    folder=True,
)
