"""Web Annotations on their way in: gathered by what they are about, and anchored in its text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from curator.formats.assembling import Given, assemble, words
from curator.formats.base import LONGEST, Item, Problem, ReadOptions
from curator.formats.json_items import first_item, json_items
from curator.formats.json_lines import JsonLine
from curator.formats.web_annotation_item import (
    about,
    anchored,
    iri_of,
    is_a,
    linked,
    listed,
    the_text,
)

DOCUMENT = "urn:curator:document:"
"""What the IRI of a document without one begins with."""

_CONTAINERS = ("AnnotationPage", "AnnotationCollection")


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read pages, collections and single annotations.

    A source whose text no page holds is looked for beside the file, under the last part of its
    name. Where the words of an annotation do not stand at its position, they are looked for.
    """
    loose = _Sources(path, options)
    for item in json_items(path, options):
        if isinstance(item, Problem):
            yield item
        elif (page := _page(item.value)) is None:
            loose.take(item, [item.value])
        else:
            sources = _Sources(path, options, page)
            sources.take(item, listed(page.get("items")))
            yield from sources.items()
    yield from loose.items()


def recognises(path: Path) -> bool:
    """Whether a file's first object is an annotation, or a page or collection of some."""
    item = first_item(path) or {}
    return "@context" in item and any(is_a(item, kind) for kind in ("Annotation", *_CONTAINERS))


def _page(value: dict[str, Any]) -> dict[str, Any] | None:
    """Return the page that an object is, or whose first it holds."""
    if not any(is_a(value, kind) for kind in _CONTAINERS):
        return None
    first = value.get("first")
    return {**value, **first} if isinstance(first, dict) else value


class _Sources:
    """The sources that a page, or a file of single annotations, speaks of."""

    def __init__(
        self, path: Path, options: ReadOptions, page: dict[str, Any] | None = None
    ) -> None:
        self._path = path
        self._options = options
        self._page = page or {}
        self._given: dict[str, Given] = {}
        self._taken: dict[str, set[str]] = {}
        self._said: list[tuple[str, dict[str, Any], dict[str, Any]]] = []
        self._links: list[tuple[Any, Any, Any]] = []
        self._problems: list[Problem] = []

    def take(self, item: JsonLine, annotations: list[Any]) -> None:
        """Take annotations that stand in one object of the file."""
        for one in annotations:
            if not isinstance(one, dict) or not is_a(one, "Annotation"):
                self._problems.append(self._options.problem(item.number, "import.no_annotation"))
            elif (held := the_text(one)) is not None:
                self._of(held.source, item).text = held.text
            elif (link := linked(one)) is not None:
                self._links.append(link)
            else:
                self._say(item, one)

    def items(self) -> Iterator[Item]:
        """Yield a document for each source, then what was left out."""
        places = [self._add(*said) for said in self._said]
        names = {iri: (source, name) for iri, source, name in reversed(places) if iri is not None}
        for head, child, label in self._links:
            if (found := names.get(head)) is None:
                self._problems.append(
                    self._options.problem(
                        None, "import.relation_left_out", document=str(head), label=str(label)
                    )
                )
            else:
                source, name = found
                other = names.get(child, ("", None))
                self._given[source].relations.append(
                    (name, other[1] if other[0] == source else None, label)
                )
        for given in self._given.values():
            yield from assemble(given, self._options)
        yield from self._problems

    def _say(self, item: JsonLine, annotation: dict[str, Any]) -> None:
        targets = about(annotation)
        for source, target in targets:
            self._of(source, item)
            self._said.append((source, annotation, target))
        if len(targets) < len(listed(annotation.get("target"))) or not targets:
            name = iri_of(annotation) or "an annotation"
            self._problems.append(
                self._options.problem(item.number, "import.no_place", annotation=name)
            )

    def _of(self, source: str, item: JsonLine) -> Given:
        """Return what is given of a source, with its text where that lies beside the file."""
        if source not in self._given:
            meta, extra = self._page.get("meta"), self._page.get("extra")
            self._given[source] = Given(
                line=item.number,
                raw=item.raw,
                text=_beside(self._path, source),
                id=_document(source),
                title=words(self._page, "label"),
                meta=meta if isinstance(meta, dict) else {},
                extra=extra if isinstance(extra, dict) else {},
            )
            if "next" in self._page:
                self._given[source].complain("import.key_left_out", key="next")
        return self._given[source]

    def _add(
        self, source: str, annotation: dict[str, Any], target: dict[str, Any]
    ) -> tuple[str | None, str, str]:
        """Add a span under a name of its own; return its IRI, its source, and that name."""
        given, taken = self._given[source], self._taken.setdefault(source, set())
        iri = iri_of(annotation)
        name = f"a{len(taken) + 1}" if iri is None else _annotation(iri, source)
        while name in taken:
            name += "'"
        if not isinstance(given.text, str):
            return None, source, name
        found = anchored(given.text, annotation, target)
        if found is None:
            given.complain("import.not_found", annotation=name)
            return None, source, name
        if found.moved:
            given.complain("import.reanchored", annotation=name)
        taken.add(name)
        given.spans.append({"id": name, **found.span})
        return iri, source, name


def _document(source: str) -> str:
    """Return the id of a document by its IRI."""
    return unquote(source.removeprefix(DOCUMENT)) if source.startswith(DOCUMENT) else source


def _annotation(iri: str, source: str) -> str:
    """Return the id of an annotation by its IRI and that of its document."""
    return unquote(iri.removeprefix(f"{source}#")) if iri.startswith(f"{source}#") else iri


def _beside(path: Path, source: str) -> str | None:
    """Return the text of a source that lies beside the file, None where there is none."""
    name = unquote(urlsplit(source).path).rpartition("/")[2]
    if not name or name.startswith(".") or Path(name).name != name or source.startswith(DOCUMENT):
        return None
    for place in (path.with_name(name), path.with_name(f"{name}.txt")):
        try:
            if place != path and place.is_file() and place.stat().st_size <= LONGEST:
                return place.read_bytes().decode("utf-8-sig")
        except (OSError, ValueError):
            return None
    return None
