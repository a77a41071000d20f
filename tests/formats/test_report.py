"""The report of documents for people: what is on its pages, and what must never be."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import given, settings

from curator.domain.annotation import Annotation, Layer, Role, State, entity_parts, sorted_parts
from curator.formats.outgoing import OutAnnotation, Outgoing
from curator.formats.report import FORMAT, write
from curator.formats.report_marks import Mark, marked
from tests.formats.builders import entity
from tests.formats.test_jsonl_round_trip import outgoings
from tests.formats.through import nasty, seeds

VOID = {"meta", "br"}
EVIL = "<script>alert('1')</script>\"'&amp; <img src=x onerror=y>"


class Page(HTMLParser):
    """A page as a browser would see it: strictly nested, or the test fails."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.stack: list[str] = []
        self.words = ""
        self.rows: list[list[str]] = []
        self._inside = 0
        self.feed(source)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append((tag, values))
        if tag in VOID:
            return
        self.stack.append(tag)
        if values.get("class") == "text":
            self._inside = len(self.stack)
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if len(self.stack) == self._inside:
            self._inside = 0
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.words += data
        if {"td", "th"} & set(self.stack):
            self.rows[-1][-1] += data

    def of(self, name: str) -> list[dict[str, str]]:
        return [values for tag, values in self.tags if tag == name]


def page(outgoing: Outgoing) -> Page:
    return Page(write(outgoing, []).text)


@pytest.mark.parametrize("document", [*seeds(), nasty()], ids=lambda document: document.id)
def test_that_the_text_is_whole_and_every_annotation_is_on_it(document: Outgoing) -> None:
    found = page(document)
    assert found.words == document.text
    tags = [values["data-tag"] for _, values in found.tags if "data-tag" in values]
    assert len(tags) == len(document.annotations)
    assert len(set(anchors := [v["id"] for _, v in found.tags if "id" in v])) == len(anchors)
    links = {values["href"][1:] for values in found.of("a") if values["href"].startswith("#")}
    assert links <= set(anchors)


@given(outgoing=outgoings())
@settings(max_examples=30, deadline=None)
def test_that_any_annotations_nest_as_elements_must(outgoing: Outgoing) -> None:
    found = page(outgoing)
    assert found.words == outgoing.text
    anchors = [values["id"] for _, values in found.tags if values.get("id", "").startswith("words")]
    listed = [one for one in outgoing.annotations if one.annotation.layer in outgoing.layers]
    claims = [one for one in listed if one.annotation.layer is Layer.CLAIM]
    assert sorted(anchors) == sorted(f"words-{n}" for n in range(1, len(claims) + 1))


def test_that_nothing_of_a_document_becomes_markup() -> None:
    claim = Annotation(
        2,
        1,
        Layer.CLAIM,
        EVIL,
        sorted_parts({Role.CUE: [(0, 8)], Role.SOURCE: [(9, 20)]}),
        attributes={EVIL: EVIL},
        comment=EVIL,
        reason=EVIL,
    )
    named = Annotation(1, 1, Layer.ENTITY, EVIL, entity_parts(0, 9), attributes={EVIL: EVIL})
    document = Outgoing(
        EVIL,
        EVIL,
        EVIL,
        {EVIL: EVIL, "language": '"><script>', "url": "javascript:alert(1)"},
        annotations=(OutAnnotation(EVIL, named), OutAnnotation("c", claim)),
    )
    written = [data for _, data in FORMAT.packed(iter([write(document, [])]))]
    for source in map(str, written):
        found = Page(source)
        names = {tag for tag, _ in found.tags}
        assert not names & {"script", "img", "iframe", "object", "link", "base", "form"}
        attributes = {name for _, values in found.tags for name in values}
        assert not [name for name in attributes if name.startswith("on")]
        assert not attributes & {"src", "style", "srcset", "action"}
        hrefs = [values["href"] for values in found.of("a")]
        assert all(re.match(r"#|\./|index\.html$", one) for one in hrefs), hrefs
    assert page(document).words == EVIL


def test_that_a_page_loads_nothing_and_says_so() -> None:
    source = write(nasty(), []).text
    policies = [one.get("content", "") for one in Page(source).of("meta") if "http-equiv" in one]
    assert policies[0].startswith("default-src 'none'")
    style = source[source.index("<style>") : source.index("</style>")]
    assert not re.search(r"url\(|@import|https?:", style)
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_that_claims_stand_under_their_sources() -> None:
    text = "Bo said yes. bo denied it. It rained, reportedly."
    parts = [
        {Role.SOURCE: [(0, 2)], Role.CUE: [(3, 7)], Role.CONTENT: [(8, 11)]},
        {Role.SOURCE: [(13, 15)], Role.CUE: [(16, 22)], Role.CONTENT: [(23, 25)]},
        {Role.CUE: [(38, 48)], Role.CONTENT: [(27, 29), (30, 36)]},
    ]
    claims = tuple(
        OutAnnotation(str(n), Annotation(n, 1, Layer.CLAIM, "denial", sorted_parts(one)))
        for n, one in enumerate(parts)
    )
    head, *rows = page(Outgoing("a", "t", text, annotations=claims)).rows
    assert head == ["Source", "No.", "Type", "Cue", "Content", "More", "State"]
    assert rows == [
        ["Bo", "1", "denial", "said", "yes", "", "suggested"],
        ["2", "denial", "denied", "it", "", "suggested"],
        ["No source named", "3", "denial", "reportedly", "It … rained", "", "suggested"],
    ]


def test_that_empty_documents_and_exports_say_so() -> None:
    bare = write(Outgoing("a", "", "x"), []).text
    assert "There are no claims in this export of the document." in bare
    assert "There are no annotations in this export of the document." in bare
    [(name, data)] = FORMAT.packed(iter([]))
    assert name == "index.html"
    assert "No document was selected." in str(data)


def test_that_the_index_leads_to_every_page() -> None:
    documents = [replace(nasty(), id=name) for name in ("index", "a/b", "a b#?%", "日本")]
    packed = dict(FORMAT.packed(write(one, []) for one in documents))
    found = Page(str(packed["index.html"]))
    links = [unquote(values["href"]).removeprefix("./") for values in found.of("a")]
    assert links == [name for name in packed if name != "index.html"]
    assert [row[2:4] for row in found.rows[1:]] == [["7", "2"]] * 4


def test_that_labels_have_the_colours_of_the_scheme_and_states_their_forms() -> None:
    document = Outgoing(
        "a",
        "t",
        "Ana Bo Cy",
        annotations=(
            entity(0, 3, "TIME"),
            entity(4, 6, "a b", state=State.REJECTED),
            entity(7, 9, "ORG", state=State.SUGGESTED),
        ),
        colours={Layer.ENTITY: {"TIME": "DATE"}},
    )
    marks = [values["class"] for values in page(document).of("mark")][:3]
    assert marks == ["e f-DATE accepted", "e f-grey rejected", "e f-ORG suggested"]


def test_that_what_a_page_does_not_say_is_listed() -> None:
    document = replace(nasty(), extra={"more": 1})
    told = {(one.annotation, one.reason) for one in write(document, []).report.left_out}
    assert told == {("c9", "relation"), (None, "meta")}


def test_that_the_later_of_overlapping_marks_is_cut_and_says_that_it_goes_on() -> None:
    marks = [Mark(0, 5, "mark", "a", "A", tag="A"), Mark(3, 8, "span", "b", "B", anchor="b")]
    assert marked("012<4567&", marks) == (
        '<mark class="a" title="A" data-tag="A">012'
        '<span class="b goes-on" title="B" id="b">&lt;4</span></mark>'
        '<span class="b goes-before" title="B">567</span>&amp;'
    )
