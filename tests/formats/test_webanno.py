"""WebAnno TSV as INCEpTION has it, out and in."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from curator.domain.annotation import Layer, State
from curator.domain.gold import Fit
from curator.formats import table, webanno
from curator.formats.base import Incoming
from curator.formats.outgoing import LeftOut, Outgoing
from curator.formats.registry import Registry
from curator.formats.units import Utf16
from tests.formats import seeds as nasty_texts
from tests.formats.builders import entity, one, outgoing_again, problems, read, rows
from tests.formats.test_jsonl_round_trip import outgoings
from tests.formats.through import documents, nasty, said, seeds, tokens

HEAD = "#FORMAT=WebAnno TSV 3.3\n"
ENTITIES = "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n"
SPLIT = {"trimmed", "no_token", "label"}


def through(folder: Path, document: Outgoing) -> tuple[Incoming, list[LeftOut]]:
    piece = webanno.write(document, tokens(document.text))
    [(name, data)] = webanno.FORMAT.packed(iter([piece]))
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return one(list(documents(read(path, webanno.FORMAT)))), list(piece.report.left_out)


def put(path: Path, *lines: str) -> Path:
    path.write_text("".join(lines), encoding="utf-8", newline="")
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.tsv"


@pytest.mark.parametrize("document", [*seeds(), nasty()], ids=lambda document: document.id)
def test_that_samples_and_nasty_texts_come_back_to_the_character(
    document: Outgoing, tmp_path: Path
) -> None:
    found, reported = through(tmp_path, document)
    after = outgoing_again(found)
    assert found.text == document.text
    assert found.stem == document.id
    trimmed = {one.annotation for one in reported if one.reason == "trimmed" and one.annotation}
    assert trimmed == ({"c9", "e7"} if document.id == "nasty" else set())
    kept = {"state", "attributes", "provenance", "meta", "title", "trimmed"}
    assert {one.reason for one in reported} <= kept
    before = said(document, state=False, without=trimmed)
    assert before <= said(after, state=False)
    assert len(rows(found)) == len(document.annotations)


def test_that_parts_attributes_and_links_of_a_claim_come_back(tmp_path: Path) -> None:
    found, _ = through(tmp_path, nasty())
    claim, inner = sorted((row for row in rows(found) if row.layer == "claim"), key=_long)
    assert claim.attributes == '{"mode":"direct"}'
    links = {role for role in ("source", "nested") if f'"{role}"' in str(claim.links)}
    assert (links, inner.links) == ({"source", "nested"}, None)


def _long(row: object) -> int:
    return -len(str(row))


@given(outgoing=outgoings())
@settings(max_examples=40, deadline=None)
def test_that_every_annotation_comes_back_or_is_reported(outgoing: Outgoing) -> None:
    with TemporaryDirectory() as folder:
        found, reported = through(Path(folder), outgoing)
    moved = {one.annotation for one in reported if one.reason in SPLIT and one.annotation}
    hidden = {one.id for one in outgoing.annotations if one.state not in {"accepted", "suggested"}}
    after = said(outgoing_again(found), state=False)
    before = said(outgoing, state=False, without=moved | hidden)
    assert found.text == outgoing.text
    assert before <= after
    assert sum((after - before).values()) <= len(moved)


def test_that_a_file_looks_as_the_specification_says(tmp_path: Path) -> None:
    document = Outgoing(
        "a",
        "",
        "😊 Ms. Haag plays.\nBo_x too",
        annotations=(entity(2, 10, "PER"), entity(2, 5, "T|[*]"), entity(11, 15, "A")),
        layers=(Layer.ENTITY,),
    )
    piece = webanno.write(document, tokens(document.text))
    assert piece.text == (
        f"{HEAD}{ENTITIES}\n\n"
        "#Text=😊 Ms. Haag plays.\n"
        "#Text=\n"
        "1-1\t0-2\t😊\t_\t\n"
        "1-2\t3-5\tMs\tPER[1]|T\\|\\[\\*\\][2]\t\n"
        "1-3\t5-6\t.\tPER[1]|T\\|\\[\\*\\][2]\t\n"
        "1-4\t7-11\tHaag\tPER[1]\t\n"
        "1-5\t12-17\tplays\t_\t\n"
        "1-5.1\t12-16\tplay\tA\t\n"
        "1-6\t17-18\t.\t_\t\n"
        "\n#Text=Bo_x too\n"
        "2-1\t19-23\tBo_x\t_\t\n"
        "2-2\t24-27\ttoo\t_\t\n"
    )


def test_that_a_text_of_every_odd_character_keeps_every_offset(tmp_path: Path) -> None:
    document = nasty_texts.nasty()
    found, reported = through(tmp_path, document)
    gone = [one.annotation for one in reported if one.annotation and one.reason in SPLIT]
    assert found.text == document.text
    assert said(document, without=gone, state=False) <= said(outgoing_again(found), state=False)
    assert all(row.quote == found.text[row.start : row.end] for row in rows(found))


@pytest.mark.parametrize(
    ("edges", "quotes", "told"),
    [
        ("split", ["Ost"], []),
        ("expand", ["Ostmark"], ["expanded"]),
        ("contract", [], ["edge"]),
        ("drop", [], ["edge"]),
    ],
)
def test_that_an_edge_inside_a_token_is_a_part_of_it_or_what_was_chosen(
    edges: str, quotes: list[str], told: list[str], tmp_path: Path
) -> None:
    document = Outgoing("a", "", "Ostmark", annotations=(entity(0, 3),), fit=Fit(edges=edges))
    found, reported = through(tmp_path, document)
    assert [row.quote for row in rows(found)] == quotes
    assert [one.reason for one in reported] == told


def test_that_what_is_not_written_is_listed_with_states_and_metadata() -> None:
    rejected = entity(0, 3, name="e1", state=State.REJECTED)
    document = Outgoing("a/b", "", "Ana went", {"url": "x"}, annotations=(rejected,))
    piece = webanno.write(document, tokens(document.text))
    assert "e1" in {one.annotation for one in piece.report.left_out if one.reason == "state"}
    assert {one.reason for one in piece.report.left_out} == {"state", "meta", "file_name"}


def test_that_files_of_inception_are_read_with_their_layers(path: Path) -> None:
    put(
        path,
        HEAD,
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue\n",
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n",
        "#T_SP=webanno.custom.Mood|\n",
        "#T_RL=webanno.custom.Knows|how|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity\n",
        "\n\n#Sentence.id=s1\n#Text=I like\\t😊 .\n",
        "1-1\t0-1\tI\tPRP\t*\tPER\t_\t_\t_\t\n1-2\t2-6\tlike\tVB\t_\t_\t*\t_\t_\t\n",
        "1-3\t7-9\t😊\tSYM\thttp://x\\_y[1]|*[2]\tP[1]|Q[2]\t_\twell\t1-1[0_2]\t\n",
        "1-4\t10-11\t.\tPUN\thttp://x\\_y[1]\tP[1]\t_\t_\t_\t\n",
        "\n#Text=Two.\n2-1\t13-17\tTwo.\tX\t_\t_\t_\t_\t_\t\n",
    )
    document, *rest = read(path, webanno.FORMAT)
    assert isinstance(document, Incoming)
    assert document.text == "I like\t😊 .\n Two."
    found = {(row.quote, row.label, row.attributes, row.links) for row in rows(document)}
    assert found == {
        ("I", "PER", None, '[["well","4"]]'),
        ("like", "Mood", None, None),
        ("😊 .", "P", '{"identifier":"http://x_y"}', None),
        ("😊", "Q", None, None),
    }
    assert problems(rest) == [(2, "import.layer_left_out")]


def test_that_bad_lines_are_reported_with_their_number_and_the_rest_goes_in(path: Path) -> None:
    put(
        path,
        HEAD + ENTITIES + "\n\n#Text=🚢 Ana met Bo\n",
        "1-1\t0-2\t🚢\t_\t\n",
        "1-2\t3-6\tAna\tPER[1]\t\n",
        "1-3 7-10 met\n",
        "1-4\t10-12\tBo\tPER\t\n",
        "1-5\t11-90\tBo\tPER\t\n",
    )
    items = read(path, webanno.FORMAT)
    assert [item.text for item in items if isinstance(item, Incoming)] == ["🚢 Ana met Bo"]
    assert problems(items) == [
        (8, "import.unit"),
        (9, "import.token"),
        (10, "import.token"),
        (10, "import.annotation_left_out"),
    ]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["text\n"], (1, "import.webanno_mark")),
        (
            [HEAD, "\n\n#Text=Ana.\n1-1\t0-4\tAna.\t\n\n#Text=Bo\n2-1\t2-4\tBo\t\n"],
            (8, "import.overlapping"),
        ),
        ([HEAD], (None, "import.empty")),
    ],
)
def test_that_a_file_that_cannot_be_read_says_where_and_why(
    path: Path, lines: list[str], problem: tuple[int | None, str]
) -> None:
    assert problems(read(put(path, *lines), webanno.FORMAT)) == [problem]


def test_that_a_tsv_file_is_known_by_its_first_line(path: Path) -> None:
    registry = Registry.installed()
    assert registry.of_file(put(path, HEAD)) is webanno.FORMAT
    assert registry.of_file(put(path, "text\tid\nAna\t1\n")) is table.FORMAT


def test_that_documents_get_files_of_their_own() -> None:
    documents = [Outgoing(name, "", "x") for name in ("A", "a", "a/b")]
    pieces = [webanno.write(document, []) for document in documents]
    assert [name for name, _ in webanno.FORMAT.packed(iter(pieces))] == [
        "A.tsv",
        "a-2.tsv",
        "a_b.tsv",
    ]


def test_that_offsets_between_the_halves_of_a_character_are_refused() -> None:
    assert Utf16("😊").to_code_points(1) is None
