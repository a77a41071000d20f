"""The engine on documents without a model, and the real process with one."""

from types import SimpleNamespace

import pytest
import spacy

from curator.domain.annotation import Layer, Part, Role, entity_parts
from curator.domain.canonical import digest_text
from curator.domain.faults import Fault
from curator.suggest import models, pieces
from curator.suggest.base import ENTITIES, PARSE, Proposal
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Done, Failed, Item, Proposed
from curator.suggest.process import PipelineEngine

BOTH = (Layer.ENTITY, Layer.CLAIM)


class Blank:
    """Stands in for an analysis: tokens, nothing else; and it fails on “bad”."""

    def __init__(self):
        self.model = {"name": "blank"}
        self.weights, self.broken = "", ()
        self.parsed = []
        self._pipeline = spacy.blank("en")

    def entities(self, texts):
        if any("bad" in text for text in texts):
            raise ValueError("no good")
        return [self._pipeline(text) for text in texts]

    def parse(self, docs):
        self.parsed += [doc.text for doc in docs]
        yield from docs


def names(doc, scheme, head):
    """Proposes every capitalised word."""
    for token in doc:
        if token.is_title:
            span = entity_parts(token.idx, token.idx + len(token))
            yield Proposal(Layer.ENTITY, "PERSON", span, 0.5, 0.5, str(head.get("why")))


def chain(doc, scheme, head):
    """Proposes every word as a claim nested in the one before it."""
    for token in doc:
        if token.text == "Stumble":
            raise KeyError("stumbled")
        part = Part(Role.CUE, token.idx, token.idx + len(token))
        parent = token.i - 1 if token.i else None
        evidence = {"features": ["chained"], "variants": {"same": [["cue", *part[1:]]]}}
        yield Proposal(
            Layer.CLAIM, "other", (part,), 0.5, 0.5, "chain", nested_in=parent, evidence=evidence
        )


def suggester(layer, needs, propose):
    return SimpleNamespace(
        name=propose.__name__,
        version="1",
        layer=layer,
        needs=needs,
        recipe=lambda model: {"model": model},
        propose=propose,
    )


@pytest.fixture
def analysed():
    return Blank()


@pytest.fixture
def engine(analysed):
    suggesters = [suggester(Layer.CLAIM, PARSE, chain), suggester(Layer.ENTITY, ENTITIES, names)]
    return PipelineEngine(BOTH, suggesters, load=lambda: analysed)


def answers(engine, scheme, *texts, layers=BOTH):
    items = [Item(number, text, f"d{number}", {"why": "head"}) for number, text in enumerate(texts)]
    return [one for one in engine.suggest(items, scheme, layers) if one is not None]


def test_that_entities_of_a_group_come_before_its_claims(engine, scheme):
    found = answers(engine, scheme, "Orr left", "Kyiv denied")
    kinds = [(one.id, getattr(one, "layer", "done")) for one in found]
    assert kinds == [
        (0, "entity"),
        (1, "entity"),
        (0, "claim"),
        (1, "claim"),
        (0, "done"),
        (1, "done"),
    ]
    assert found[0].proposals[0].pattern == "head"
    assert found[0].suggester.recipe == {"model": {"name": "blank"}}
    assert [one.digest for one in found[:2]] == ["d0", "d1"]


def test_that_nothing_is_parsed_when_entities_alone_are_wanted(engine, analysed, scheme):
    found = answers(engine, scheme, "Orr left", layers=(Layer.ENTITY,))
    assert [type(one) for one in found] == [Proposed, Done]
    assert analysed.parsed == []


def test_that_one_failing_document_leaves_the_others_alone(engine, scheme):
    found = answers(engine, scheme, "Orr left", "bad", "Stumble")
    failed = [(one.id, one.fault.facts["reason"]) for one in found if isinstance(one, Failed)]
    assert failed == [
        (1, "ValueError('no good')"),
        (1, "ValueError('no good')"),
        (2, "KeyError('stumbled')"),
    ]
    proposed = [(one.id, one.layer) for one in found if isinstance(one, Proposed)]
    assert proposed == [(0, "entity"), (2, "entity"), (0, "claim")]
    assert sum(isinstance(one, Done) for one in found) == 3


def test_that_long_texts_go_in_pieces_and_keep_their_offsets(engine, scheme, monkeypatch):
    monkeypatch.setattr(pieces.pieces, "__kwdefaults__", {"limit": 12})
    text = "Orr left.\n\nKyiv is far.\n\nBaku."
    entities, claims, _ = answers(engine, scheme, text)
    spans = [one.parts[0] for one in entities.proposals]
    assert [text[part.start : part.end] for part in spans] == ["Orr", "Kyiv", "Baku"]
    roots = [place for place, one in enumerate(claims.proposals) if one.nested_in is None]
    assert len(roots) == 3
    for place, one in enumerate(claims.proposals):
        assert one.nested_in in (None, place - 1)
        assert one.evidence["variants"] == {"same": [["cue", *one.parts[0][1:]]]}


def test_that_urgent_work_gets_its_turn_between_batches(engine, scheme, monkeypatch):
    monkeypatch.setattr(pieces.pieces, "__kwdefaults__", {"limit": 5})
    items = [Item(1, "Orr. " * 40, "d")]
    assert sum(one is None for one in engine.suggest(items, scheme, BOTH)) == 6


def test_that_the_model_is_loaded_when_it_is_needed(analysed, scheme):
    loaded = []
    one = suggester(Layer.ENTITY, ENTITIES, names)
    engine = PipelineEngine((), [one], load=lambda: loaded.append(1) or analysed)
    assert (engine.ready().suggesters, engine.ready().model) == ((), {})
    assert engine.sentences("Orr left.") == [[(0, 3), (4, 8), (8, 9)]]
    assert loaded == []
    answers(engine, scheme, "Orr", "Orr")
    assert loaded == [1]


@pytest.fixture(scope="module")
def process():
    try:
        models.find()
    except Fault as fault:
        pytest.skip(str(fault))
    return SuggestProcess()


@pytest.mark.model
def test_that_the_real_process_proposes_entities_first_and_claims_after(process, scheme):
    text = "Colonel General Ali Orr said on Monday that Baku’s envoy had met NATO officials.\n"
    item = Item("first", text, digest_text(text))
    entities, claims, done = process.ask([item], scheme=scheme)
    process.close()
    assert {one.layer for one in entities.proposals} == {Layer.ENTITY}
    quotes = {text[one.parts[0].start : one.parts[0].end] for one in entities.proposals}
    assert {"Ali Orr", "Monday", "Baku"} <= quotes
    assert all(0 < one.score <= 1 for one in entities.proposals)
    assert entities.suggester.recipe["model"]["version"]
    assert [one.label for one in claims.proposals if one.candidate_why is None] == ["assertion"]
    assert (entities.digest, done) == (digest_text(text), Done("first"))
