"""The samples are whole: each has its gold, and the gold fits the text."""

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.text import normalise

SEEDS = Path(__file__).parents[2] / "seeds"
BATCHES = ("dispatches", "bulletins", "unicode")
LABELS = {
    "PERSON",
    "ORG",
    "GPE",
    "LOC",
    "FAC",
    "NORP",
    "EVENT",
    "DATE",
    "MONEY",
    "QUANTITY",
    "LAW",
    "PRODUCT",
    "WORK_OF_ART",
    "WEAPON",
    "VEHICLE",
    "UNIT",
    "DOCUMENT",
}
ATTRIBUTES = {
    "mode": {"direct", "indirect", "mixed"},
    "polarity": {"positive", "negative"},
    "determinacy": {"factual", "indeterminate"},
    "certainty": {"certain", "probable", "possible", "unspecified"},
    "stance": {"neutral", "endorsing", "distancing"},
    "source_type": {
        "named",
        "role",
        "group",
        "document",
        "pronoun",
        "anonymous",
        "implicit",
        "author",
    },
}
TYPES = {
    "assertion",
    "belief",
    "hope",
    "demand",
    "promise",
    "denial",
    "accusation",
    "evaluation",
    "question",
    "other",
}
ROLES = ("content", "cue", "source", "addressee", "medium")

TRAPS = {
    "strait-conference": r"\nStressing that .*, Director",
    "grain-terminal-fire": r"\nAccording to .* sorted according to how",
    "lake-commission": r"highlighted .* and expressed his hope that",
    "harbour-master-trial": r"“The inspector told me .*,” former harbour master",
    "pilot-school": r"let women .* helps .* allows .* made to",
    "lantern-festival": r"were happy.*celebrated.*so-called “.*title “.*probably",
    "ministers-at-velm": r"touched upon relations.*made an allegation.*denied the allegation",
    "herring-quota": r"did not say.*If the minister says.*Did the minister admit.*Should",
    "upper-dam": r"It is feared that.*is said to stand",
    "convoy-ridge": r"was reportedly fired on.*allegedly.*\bReportedly,",
    "ferry-captain": r"“The sea,” he said, “is not",
    "velm-transcript": r"On the table: .*\nSAND: .*\nQUESTION: ",
    "joint-statement": r"pledge in the document.*The Tamur Statement says",
    "cable-accusations": r"told reporters.*said in a statement",
    "emoji-regatta-feed": r"\u200d👦Sund.*\U0001f1f6\U0001f1f1Quilla.*\U000e007f",
    "combining-cafe": r"Ko\u0308nigsbru\u0308gg",
    "right-to-left-signs": r"[\u0620-\u064a]{3}.*[\u05d0-\u05ea]{3}",
    "crlf-noon-gun": r"that its\r\nnoon",
    "nbsp-tabs-ice-report": r"\tThickness\t.*Maren\u00a0Maritime",
    "cjk-shipyard": r"船は約束.*\U00020bb7.*花森造船所.*찻집",
    "odd-separators": r"^\ufeff.*\u2028.*\u2029.*\x85.*\r.*\x0b.*\x0c.*\x07",
    "long-paragraph-lighthouse": r"[^\n]{6000}",
}


def _lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_bytes().decode().split("\n") if line]


def _texts() -> dict[str, str]:
    """Every document's source text by id, in the order of the batches."""
    texts = {
        path.stem: path.read_bytes().decode()
        for batch in BATCHES
        for path in sorted((SEEDS / batch).glob("*.txt"))
    }
    for line in _lines(SEEDS / "bulletins" / "bulletins.jsonl"):
        assert line["id"] not in texts
        texts[line["id"]] = line["text"]
    return texts


def _gold() -> dict[str, dict]:
    found: dict[str, dict] = {}
    for batch in BATCHES:
        for path in sorted((SEEDS / batch).glob("*.gold.jsonl")):
            for line in _lines(path):
                assert line["id"] not in found
                found[line["id"]] = line
    return found


TEXTS = _texts()
GOLD = _gold()


def _spans(gold: dict) -> Iterator[tuple[int, int]]:
    for span in gold["spans"]:
        yield span["start"], span["end"]
    for claim in gold["claims"]:
        for role in ROLES:
            yield from map(tuple, claim[role])


def test_that_there_are_three_batches_of_at_least_24_documents():
    assert len(TEXTS) >= 24
    assert len(list((SEEDS / "dispatches").glob("*.txt"))) >= 14
    assert len(_lines(SEEDS / "bulletins" / "bulletins.jsonl")) >= 6
    assert len(list((SEEDS / "unicode").glob("*.txt"))) >= 6


def test_that_each_document_has_one_gold_line_beside_it():
    assert GOLD.keys() == TEXTS.keys()
    for batch in ("dispatches", "unicode"):
        for path in (SEEDS / batch).glob("*.txt"):
            assert [line["id"] for line in _lines(path.with_suffix(".gold.jsonl"))] == [path.stem]


def test_that_the_bulletins_and_their_gold_are_in_the_same_order_and_only_gold_is_annotated():
    bulletins = _lines(SEEDS / "bulletins" / "bulletins.jsonl")
    gold = _lines(SEEDS / "bulletins" / "bulletins.gold.jsonl")
    assert [line["id"] for line in bulletins] == [line["id"] for line in gold]
    for line in bulletins:
        assert line.keys() == {"id", "title", "text", "meta"}
        assert {"source", "date", "language"} <= line["meta"].keys()


@pytest.mark.parametrize("name", TEXTS)
def test_that_gold_holds_the_normalised_text(name):
    assert GOLD[name]["text"] == normalise(TEXTS[name]).text


@pytest.mark.parametrize("name", TEXTS)
def test_that_each_gold_span_is_inside_the_text_trimmed_and_not_empty(name):
    text = GOLD[name]["text"]
    for start, end in _spans(GOLD[name]):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()


@pytest.mark.parametrize("name", TEXTS)
def test_that_gold_entities_bear_known_labels_without_articles_or_overlaps(name):
    spans = GOLD[name]["spans"]
    text = GOLD[name]["text"]
    for span in spans:
        assert span["label"] in LABELS
        assert not re.match(r"(the|an?)\s", text[span["start"] : span["end"]], re.IGNORECASE)
    edges = [(span["start"], span["end"]) for span in spans]
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(edges))


@pytest.mark.parametrize("name", TEXTS)
def test_that_gold_claims_have_known_types_attributes_and_parts(name):
    for claim in GOLD[name]["claims"]:
        assert claim["label"] in TYPES
        assert claim["attributes"].keys() == ATTRIBUTES.keys()
        for key, value in claim["attributes"].items():
            assert value in ATTRIBUTES[key]
        assert claim["content"]
        assert len(claim["cue"]) <= 1
        assert bool(claim["source"]) == (claim["attributes"]["source_type"] != "implicit")


@pytest.mark.parametrize("name", TEXTS)
def test_that_gold_contents_leave_out_the_comma_before_the_cue_and_the_full_stop(name):
    text = GOLD[name]["text"]
    for claim in GOLD[name]["claims"]:
        assert not any(text[start:end].endswith((".", ",")) for start, end in claim["content"])


@pytest.mark.parametrize("name", TEXTS)
def test_that_a_nested_claim_lies_inside_the_content_of_the_one_it_names(name):
    claims = {claim["id"]: claim for claim in GOLD[name]["claims"]}
    assert len(claims) == len(GOLD[name]["claims"])
    for claim in claims.values():
        for outer in claim.get("links", {}).get("nested_in", []):
            contents = claims[outer]["content"]
            for start, end in (*claim["cue"], *claim["content"]):
                assert any(left <= start and end <= right for left, right in contents)


@pytest.mark.parametrize("name", TRAPS)
def test_that_each_trap_has_its_document(name):
    assert re.search(TRAPS[name], TEXTS[name], re.DOTALL)


def test_that_one_document_has_quotation_marks_that_do_not_balance():
    text = TEXTS["garrison-letter"]
    assert text.count("“") != text.count("”")


def test_that_one_quotation_runs_over_several_paragraphs():
    gold = GOLD["assembly-speech"]
    contents = [gold["text"][s:e] for claim in gold["claims"] for s, e in claim["content"]]
    assert any(content.count("\n\n“") == 2 for content in contents)


def test_that_no_two_gold_claims_share_a_cue():
    """A score counts a frame by its cue, so a cue twice would count twice."""
    for gold in GOLD.values():
        cues = [tuple(claim["cue"][0]) for claim in gold["claims"] if claim["cue"]]
        assert len(cues) == len(set(cues))
