"""The claims of a document as an HTML table, by who makes them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from html import escape

from curator.domain.annotation import Annotation, Role
from curator.formats.outgoing import OutAnnotation

_COLUMNS = ("Source", "No.", "Type", "Cue", "Content", "More", "State")
_NUMBER = ' class="n"'
_NOBODY = "No source named"

_Numbered = tuple[int, OutAnnotation]


def claims_html(text: str, claims: list[OutAnnotation]) -> str:
    """Return the table, or a sentence where there is nothing for it.

    Args:
        text: of their document.
        claims: in the order in which they are numbered.
    """
    if not claims:
        return "<p>There are no claims in this export of the document.</p>"
    heads = headings(_COLUMNS, counted={"No."})
    bodies = "".join(_body(text, name, group) for name, group in _by_source(text, claims))
    told = f"{len(claims)} claims" if len(claims) > 1 else "One claim"
    return (
        '<div class="scroll" tabindex="0" role="region" aria-labelledby="claims"><table>'
        f"<caption>{told}, by source; a number leads to the words in the text.</caption>"
        f"<thead><tr>{heads}</tr></thead>{bodies}</table></div>"
    )


def headings(names: Iterable[str], *, counted: Collection[str]) -> str:
    """Return the cells of a table's head; those over numbers are set as these are."""
    return "".join(
        f'<th scope="col"{_NUMBER if name in counted else ""}>{name}</th>' for name in names
    )


def _by_source(text: str, claims: list[OutAnnotation]) -> list[tuple[str, list[_Numbered]]]:
    """Group claims by the words of their sources, whatever their capitals; the nameless last."""
    groups: dict[str, tuple[str, list[_Numbered]]] = {}
    for number, one in enumerate(claims, start=1):
        words = _words(text, one.annotation, Role.SOURCE)
        groups.setdefault(words.casefold(), (words, []))[1].append((number, one))
    return [groups[key] for key in sorted(groups, key=lambda key: (not key, key))]


def _words(text: str, annotation: Annotation, role: Role) -> str:
    """Return the words of a role's parts on one line."""
    parts = annotation.spans(role)
    return " … ".join(" ".join(text[part.start : part.end].split()) for part in parts)


def _body(text: str, source: str, group: list[_Numbered]) -> str:
    name = f'<bdi class="words">{escape(source)}</bdi>' if source else _NOBODY
    head = f'<th scope="rowgroup" rowspan="{len(group)}">{name}</th>'
    rows: list[str] = []
    for number, one in group:
        cells = "".join(_cells(text, number, one))
        rows.append(f"<tr>{'' if rows else head}{cells}</tr>")
    return f"<tbody>{''.join(rows)}</tbody>"


def _cells(text: str, number: int, one: OutAnnotation) -> Iterator[str]:
    annotation = one.annotation
    yield (
        f'<td class="n"><a href="#words-{number}" aria-label="Claim {number} in the text">'
        f"{number}</a></td>"
    )
    yield f"<td><bdi>{escape(annotation.label)}</bdi></td>"
    for role in (Role.CUE, Role.CONTENT):
        words = _words(text, annotation, role)
        yield f"<td><q><bdi>{escape(words)}</bdi></q></td>" if words else "<td>none</td>"
    yield f'<td class="small">{"; ".join(map(_bidi, _more(text, annotation)))}</td>'
    yield f"<td>{one.state}</td>"


def _more(text: str, annotation: Annotation) -> Iterator[str]:
    for role in (Role.ADDRESSEE, Role.MEDIUM):
        if words := _words(text, annotation, role):
            yield f"{role.value}: “{words}”"
    for name, value in sorted(annotation.attributes.items()):
        yield f"{name}: {value}"
    if annotation.comment:
        yield f"comment: {annotation.comment}"
    if annotation.reason:
        yield f"reason: {annotation.reason}"


def _bidi(words: str) -> str:
    return f"<bdi>{escape(words)}</bdi>"
