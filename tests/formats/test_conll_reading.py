"""CoNLL files come in, ours and those of others; spaCy reads what goes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.training.converters import conll_ner_to_docs, conllu_to_docs

from curator.domain.annotation import Layer
from curator.domain.gold import Fit
from curator.formats import conll, conllu
from curator.formats.base import Format, Incoming
from curator.formats.outgoing import Outgoing
from tests.formats import seeds
from tests.formats.builders import entity, one, outgoing_again, problems, read, rows

DOCUMENTS = [*seeds.outgoings(), seeds.nasty()]
IDS = [outgoing.id for outgoing in DOCUMENTS]


def written(form: Format, outgoing: Outgoing) -> str:
    assert form.write is not None
    return form.write(outgoing, seeds.tokens(outgoing)).text


def taken(folder: Path, form: Format, text: str | bytes) -> list[str]:
    """The entities that come in, with their labels."""
    path = folder / f"x{form.suffixes[0]}"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = [item for item in read(path, form) if isinstance(item, Incoming)]
    return [f"{row.quote}:{row.label}" for item in found for row in rows(item)]


def told(form: Format, outgoing: Outgoing) -> dict[str | None, str]:
    """What the report says of each entity."""
    assert form.write is not None
    report = form.write(outgoing, seeds.tokens(outgoing)).report
    beside = {"state", "attributes", "remarks", "provenance"}
    return {one.annotation: one.reason for one in report.left_out if one.reason not in beside}


def kept(form: Format, outgoing: Outgoing) -> list[tuple[int, int, str]]:
    """Where the entities lie that are written, without white space at their edges."""
    reasons = told(form, outgoing)
    spans = []
    for out in outgoing.annotations:
        if out.annotation.layer is Layer.ENTITY and reasons.get(out.id, "trimmed") == "trimmed":
            start, end = out.annotation.start, out.annotation.end
            quote = outgoing.text[start:end]
            start += len(quote) - len(quote.lstrip())
            spans.append((start, start + len(quote.strip()), out.annotation.label))
    return sorted(spans)


@pytest.mark.parametrize("outgoing", DOCUMENTS, ids=IDS)
def test_that_conll_u_keeps_text_and_spans_to_the_character(
    outgoing: Outgoing, tmp_path: Path
) -> None:
    path = tmp_path / "x.conllu"
    path.write_bytes(written(conllu.FORMAT, outgoing).encode())
    again = one(read(path, conllu.FORMAT))
    assert (again.text, again.sender_id, again.layers) == (outgoing.text, outgoing.id, ["entity"])
    assert sorted((row.start, row.end, row.label) for row in rows(again)) == kept(
        conllu.FORMAT, outgoing
    )
    assert written(conllu.FORMAT, outgoing_again(again)) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("outgoing", DOCUMENTS, ids=IDS)
@pytest.mark.parametrize("form", [conll.FORMAT, conll.BIOES], ids=["iob2", "bioes"])
def test_that_entities_of_conll_come_in_as_they_went_out(
    form: Format, outgoing: Outgoing, tmp_path: Path
) -> None:
    found = taken(tmp_path, form, written(form, outgoing))
    assert ["".join(one.split()) for one in found] == [
        "".join(outgoing.text[start:end].split()) + f":{label}"
        for start, end, label in kept(form, outgoing)
    ]


@pytest.mark.parametrize("outgoing", DOCUMENTS, ids=IDS)
def test_that_spacys_own_converter_reads_the_same_entities(outgoing: Outgoing) -> None:
    upper = Outgoing(outgoing.id, "", outgoing.text, annotations=outgoing.annotations)
    found: list[list[str]] = []
    for form, convert in ((conll.FORMAT, conll_ner_to_docs), (conllu.FORMAT, conllu_to_docs)):
        text = written(form, upper)
        docs = list(convert(text, n_sents=0 if form is conll.FORMAT else 1000, no_print=True))
        found.append(["".join(ent.text.split()) for doc in docs for ent in doc.ents])
    expected = ["".join(upper.text[s:e].split()) for s, e, _ in kept(conll.FORMAT, upper)]
    assert found == [expected, expected]


def test_that_tags_of_every_scheme_are_read(tmp_path: Path) -> None:
    for text in (
        "Anna I-PER\nLund I-PER\nmet O\nBo B-PER\nVelm I-LOC\n",
        "Anna\tB-PER\nLund\tI-PER\nmet\tO\nBo\tB-PER\nVelm\tB-LOC\n",
        "Anna X B-PER\r\nLund X E-PER\r\nmet X O\r\nBo X S-PER\r\nVelm X S-LOC\r\n",
        "Anna B-PER\nLund L-PER\nmet O\nBo U-PER\nVelm U-LOC",
    ):
        assert taken(tmp_path, conll.FORMAT, text) == ["Anna Lund:PER", "Bo:PER", "Velm:LOC"]


def test_that_documents_begin_with_a_mark_and_get_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_text("-DOCSTART- -X- -X- O\n\nA O\nb O\n\nc O\n\n-DOCSTART-\n\nd B-X\n")
    first, second = read(path, conll.FORMAT)
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert (first.text, first.stem, first.line) == ("A b\nc", "x", 1)
    assert (second.text, second.stem, second.line) == ("d", "x-2", 8)


def test_that_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_bytes(b"Anna B-PER\nLund PER\nalone\nb\xffd O\nBo B-PER\n")
    items = read(path, conll.FORMAT)
    assert problems(items) == [
        (4, "import.not_utf8"), (2, "import.tag"), (3, "import.no_tag"),
    ]  # fmt: skip
    assert [row.quote for row in rows(one([i for i in items if isinstance(i, Incoming)]))] == [
        "Anna", "Bo",
    ]  # fmt: skip


def test_that_conll_u_of_others_is_read_as_a_text(tmp_path: Path) -> None:
    lines = [
        "# sent_id = 1", "1-2\tdel\t_\t_\t_\t_\t_\t_\t_\t_", "1\tde\t_\t_\t_\t_\t_\t_\t_\t_",
        "2\tel\t_\t_\t_\t_\t_\t_\t_\t_", "3\tMar\t_\t_\t_\t_\t_\t_\t_\tNER=B-LOC|SpaceAfter=No",
        "3.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_", "4\t.\t_\t_\t_\t_\t_\t_\t_\t_", "",
        "# newpar", "1\tBo\t_\t_\t_\t_\t_\t_\t_\tname=U-PER", "2\tcame\t_", "",
    ]  # fmt: skip
    path = tmp_path / "x.conllu"
    path.write_text("\n".join(lines))
    items = read(path, conllu.FORMAT)
    assert problems(items) == [(11, "import.columns")]
    found = one([item for item in items if isinstance(item, Incoming)])
    assert found.text == "del Mar.\n\nBo"
    assert [(row.quote, row.label) for row in rows(found)] == [("Mar", "LOC"), ("Bo", "PER")]


def test_that_blanks_at_both_ends_of_a_text_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu"
    path.write_text(written(conllu.FORMAT, Outgoing("a", "", " \tAnna | \\ Bo ")), newline="")
    assert one(read(path, conllu.FORMAT)).text == " \tAnna | \\ Bo "


def test_that_characters_of_the_format_are_kept_out_of_labels() -> None:
    text = "Anna left"
    outgoing = Outgoing("a", "", text, annotations=(entity(0, 4, "A|B=C"),), fit=Fit())
    assert "NE=B-A_B_C\n" in written(conllu.FORMAT, outgoing)
    assert told(conllu.FORMAT, outgoing) == {"A|B=C0-4": "relabelled"}
