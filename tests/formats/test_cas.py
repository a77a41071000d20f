"""UIMA CAS out and in, as XMI and as JSON, ours and strangers'."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import cassis
import pytest
from hypothesis import given, settings

from curator.domain.annotation import Layer, State
from curator.formats import cas, cas_types, json_file
from curator.formats.base import Format, Incoming
from curator.formats.outgoing import Outgoing, Piece
from curator.formats.registry import Registry
from tests.formats import seeds as nasty_texts
from tests.formats.builders import entity, one, outgoing_again, problems, read, rows
from tests.formats.test_jsonl_round_trip import outgoings
from tests.formats.through import nasty, said, seeds, tokens

BOTH = pytest.mark.parametrize("form", [cas.XMI, cas.JSON], ids=lambda form: form.name)


def export(form: Format, document: Outgoing, folder: Path) -> tuple[Piece, Path]:
    assert form.write is not None
    piece = form.write(document, tokens(document.text))
    folder.mkdir(exist_ok=True)
    for name, data in form.packed(iter([piece])):
        folder.joinpath(name).write_bytes(data if isinstance(data, bytes) else data.encode())
    (path,) = (one for one in folder.iterdir() if one.name != "TypeSystem.xml")
    return piece, path


def opened(path: Path) -> cassis.Cas:
    """What the target's own library makes of a file."""
    if path.suffix == ".json":
        return cassis.load_cas_from_json(path.read_text(encoding="utf-8"))
    types = cassis.load_typesystem(path.parent / "TypeSystem.xml")
    return cassis.load_cas_from_xmi(path, typesystem=types)


@BOTH
@pytest.mark.parametrize("document", [*seeds(), nasty(), nasty_texts.nasty()], ids=lambda d: d.id)
def test_that_documents_come_back_whole_and_go_out_again_byte_by_byte(
    form: Format, document: Outgoing, tmp_path: Path
) -> None:
    piece, path = export(form, document, tmp_path / "a")
    again = outgoing_again(one(read(path, form)))
    assert piece.report.left_out == ()
    assert (again.id, again.title, again.text) == (document.id, document.title, document.text)
    assert (again.meta, again.extra) == (document.meta, document.extra)
    assert (again.reviewed, again.layers) == (document.reviewed, document.layers)
    assert said(again) == said(document)
    _, second = export(form, again, tmp_path / "b")
    for name in (path.name, *(["TypeSystem.xml"] if form is cas.XMI else [])):
        assert second.with_name(name).read_bytes() == path.with_name(name).read_bytes()


@BOTH
@given(outgoing=outgoings())
@settings(max_examples=25, deadline=None)
def test_that_whatever_is_known_of_annotations_comes_back(form: Format, outgoing: Outgoing) -> None:
    with TemporaryDirectory() as folder:
        piece, path = export(form, outgoing, Path(folder))
        (found,) = [item for item in read(path, form) if isinstance(item, Incoming)]
    if "xml_characters" in {one.reason for one in piece.report.left_out}:
        return
    lost = {one.annotation for one in piece.report.left_out if one.reason != "link"}
    after = {row.sender_id: row for row in rows(found)}
    there = {o.id for o in outgoing.annotations if o.annotation.layer in outgoing.layers}
    assert {one for one in there if one not in lost} == set(after)
    assert said(outgoing, without=lost) == said(outgoing_again(found))
    for one_out in outgoing.annotations:
        if one_out.id in after:
            row = after[one_out.id]
            annotation = one_out.annotation
            assert (row.score, row.confidence) == (annotation.score, annotation.confidence)
            assert (row.suggester, row.state) == (one_out.suggester, one_out.state)
            assert (row.comment, row.reason) == (
                annotation.comment or None,
                annotation.reason or None,
            )


@BOTH
def test_that_the_targets_own_library_reads_the_same_words(form: Format, tmp_path: Path) -> None:
    document = nasty_texts.nasty()
    _, path = export(form, document, tmp_path)
    found = opened(path)
    assert found.sofa_string == document.text
    entities = found.select(cas_types.NAMED_ENTITY)
    assert sorted(each.get_covered_text() for each in entities) == sorted(
        one.annotation.quote(document.text) for one in document.annotations
    )


def test_that_offsets_in_a_file_are_utf_16_units(tmp_path: Path) -> None:
    document = Outgoing("a", "t", "😊 Bo", annotations=(entity(2, 4, "PER"),))
    piece, _ = export(cas.XMI, document, tmp_path)
    assert ' begin="3" end="5" value="PER"' in piece.text


@BOTH
def test_that_a_rejected_entity_is_no_named_entity_to_others(form: Format, tmp_path: Path) -> None:
    rejected = entity(0, 3, "PER", name="r", state=State.REJECTED)
    document = Outgoing("a", "t", "Ana met Bo", annotations=(rejected, entity(8, 10, "PER")))
    _, path = export(form, document, tmp_path)
    found = opened(path)
    words = [each.get_covered_text() for each in found.select(cas_types.NAMED_ENTITY)]
    assert words == ["Bo"]
    states = {row.quote: row.state for row in rows(one(read(path, form)))}
    assert states == {"Ana": "rejected", "Bo": "accepted"}


def test_that_a_character_xml_cannot_hold_is_replaced_and_told(tmp_path: Path) -> None:
    document = Outgoing("a", "t", "A\ufffe Bo", annotations=(entity(3, 5, "PER"),))
    piece, path = export(cas.XMI, document, tmp_path)
    assert [one.reason for one in piece.report.left_out] == ["xml_characters"]
    found = one(read(path, cas.XMI))
    assert (found.text, rows(found)[0].quote) == ("A\ufffd Bo", "Bo")
    piece, path = export(cas.JSON, document, tmp_path / "json")
    assert (piece.report.left_out, one(read(path, cas.JSON)).text) == ((), document.text)


def test_that_a_label_xml_cannot_hold_is_told(tmp_path: Path) -> None:
    document = Outgoing("a", "t", "Bo", annotations=(entity(0, 2, "P\x1f"),))
    piece, path = export(cas.XMI, document, tmp_path)
    assert [one.reason for one in piece.report.left_out] == ["xml_characters"]
    assert rows(one(read(path, cas.XMI)))[0].label == "P\ufffd"


def test_that_an_id_that_is_no_file_name_is_told(tmp_path: Path) -> None:
    piece, path = export(cas.XMI, Outgoing("a/b", "t", "x"), tmp_path)
    assert (path.name, [one.reason for one in piece.report.left_out]) == ("a_b.xmi", ["file_name"])
    assert one(read(path, cas.XMI)).sender_id == "a/b"


def strangers(folder: Path) -> tuple[Path, Path]:
    """A document as INCEpTION exports it: custom layers, a relation, a slot, grammar."""
    types = cassis.TypeSystem()
    annotation, string, top = "uima.tcas.Annotation", "uima.cas.String", "uima.cas.TOP"
    pos = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"
    for name, parent, features in (
        ("webanno.custom.Person", annotation, {"kind": string, "sure": "uima.cas.Boolean"}),
        ("webanno.custom.Mood", annotation, {}),
        (
            "webanno.custom.Knows",
            annotation,
            {"Governor": annotation, "Dependent": annotation, "how": string},
        ),
        (pos, annotation, {"PosValue": string}),
        ("webanno.custom.Slot", top, {"role": string, "target": annotation}),
        ("webanno.custom.Event", annotation, {"value": string, "who": "uima.cas.FSArray"}),
    ):
        made = types.create_type(name, parent)
        for feature, kind in features.items():
            types.create_feature(made, feature, kind)
    found = cassis.Cas(typesystem=types)
    found.sofa_string = "👩‍🚀 Ana knows\r\nBo 🚢."
    person, event = types.get_type("webanno.custom.Person"), types.get_type("webanno.custom.Event")
    ana, bo = person(begin=4, end=7, kind="hero", sure=True), person(begin=15, end=17)
    slot = types.get_type("webanno.custom.Slot")(role="agent", target=ana)
    array = types.get_type("uima.cas.FSArray")(elements=[slot])
    knows = types.get_type("webanno.custom.Knows")(
        begin=15, end=17, Governor=ana, Dependent=bo, how="well"
    )
    mood = types.get_type("webanno.custom.Mood")(begin=18, end=19)
    happens = event(begin=8, end=13, value="knowing", who=array)
    found.add_all([ana, bo, knows, mood, happens, types.get_type(pos)(begin=4, end=7)])
    xmi, json = folder / "x.xmi", folder / "x.json"
    found.to_xmi(xmi)
    types.to_xml(folder / "TypeSystem.xml")
    found.to_json(json)
    return xmi, json


@BOTH
def test_that_layers_of_strangers_are_read(form: Format, tmp_path: Path) -> None:
    path = strangers(tmp_path)[form is cas.JSON]
    document, *rest = read(path, form)
    assert isinstance(document, Incoming)
    assert (document.text, document.sender_id) == ("👩‍🚀 Ana knows\nBo 🚢.", "x")
    names = {row.sender_id: row.quote for row in rows(document)}
    found = {(row.quote, row.label, row.attributes, row.state) for row in rows(document)}
    assert found == {
        ("Ana", "hero", '{"sure":"true"}', None),
        ("Bo", "Person", None, None),
        ("🚢", "Mood", None, None),
        ("knows", "knowing", None, None),
    }
    links = {row.quote: row.links for row in rows(document) if row.links}
    ids = {quote: name for name, quote in names.items()}
    assert links == {"Ana": f'[["well","{ids["Bo"]}"]]', "knows": f'[["agent","{ids["Ana"]}"]]'}
    assert problems(rest) == [(None, "import.layer_left_out")]


def test_that_a_type_nobody_declared_is_a_line_of_the_report(tmp_path: Path) -> None:
    xmi, _ = strangers(tmp_path)
    types = tmp_path / "TypeSystem.xml"
    types.write_text(types.read_text().replace("webanno.custom.Mood", "webanno.custom.Other"))
    document, *rest = read(xmi, cas.XMI)
    assert isinstance(document, Incoming)
    assert "Mood" not in {row.label for row in rows(document)}
    assert (None, "import.cas_warning") in problems(rest)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">&b;</xmi:XMI>'
)
LEAK = BOMB.replace('<!ENTITY a "aaaaaaaa">', '<!ENTITY a SYSTEM "file:///etc/hostname">')


@pytest.mark.parametrize("hostile", [BOMB, LEAK, BOMB.replace('"1.0"', '"1.0" encoding="utf-16"')])
@pytest.mark.parametrize("which", ["x.xmi", "TypeSystem.xml"])
def test_that_xml_with_a_document_type_is_refused_unread(
    which: str, hostile: str, tmp_path: Path
) -> None:
    xmi, _ = strangers(tmp_path)
    encoding = "utf-16" if "utf-16" in hostile else "utf-8"
    tmp_path.joinpath(which).write_bytes(hostile.encode(encoding))
    assert problems(read(xmi, cas.XMI)) == [(None, "import.doctype")]


@pytest.mark.parametrize(
    "said", ["", "<a>", "{}", '{"%TYPES":1}', '{"%VIEWS":', "[" * 100_000, "<xmi/>"]
)
@BOTH
def test_that_a_file_that_is_no_cas_is_a_problem_and_nothing_else(
    form: Format, said: str, tmp_path: Path
) -> None:
    strangers(tmp_path)
    path = tmp_path / "x.xmi"
    path.write_text(said)
    codes = [code for _, code in problems(read(path, form))]
    assert codes[0] in {"import.no_cas", "import.empty"}
    assert set(codes[1:]) <= {"import.cas_warning"}


def test_that_xmi_without_its_types_says_what_is_missing(tmp_path: Path) -> None:
    xmi, _ = strangers(tmp_path)
    (tmp_path / "TypeSystem.xml").unlink()
    assert problems(read(xmi, cas.XMI)) == [(None, "import.no_type_system")]


def test_that_files_are_known_by_what_is_in_them(tmp_path: Path) -> None:
    xmi, json = strangers(tmp_path)
    registry = Registry.installed()
    assert registry.of_file(xmi) is cas.XMI
    assert registry.of_file(json) is cas.JSON
    other = tmp_path / "y.json"
    other.write_text('{"text": "%TYPES"}')
    assert registry.of_file(other) is json_file.FORMAT
    found = {one.path.name: one.format for one in registry.files([tmp_path])}  # type: ignore[union-attr]
    assert found == {"x.xmi": "cas-xmi", "x.json": "cas-json", "y.json": "json"}


def test_that_annotations_can_be_left_behind(tmp_path: Path) -> None:
    _, path = export(cas.JSON, nasty(), tmp_path)
    found = one(read(path, cas.JSON, annotations="ignore"))
    assert (found.annotations, found.layers) == ([], [])


def test_that_a_layer_that_is_not_reviewed_does_not_go_out(tmp_path: Path) -> None:
    document = Outgoing("a", "t", "Ana", annotations=(entity(0, 3),), layers=(Layer.CLAIM,))
    _, path = export(cas.JSON, document, tmp_path)
    found = one(read(path, cas.JSON))
    assert (found.annotations, found.layers) == ([], ["claim"])


def test_that_the_library_is_loaded_by_those_who_need_it_only() -> None:
    code = (
        "import sys; from curator.formats.registry import Registry; Registry.installed(); "
        "sys.exit(bool({'cassis', 'lxml'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
