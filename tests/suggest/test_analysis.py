"""The two stages of the pipeline: entities first, the parse a moment later."""

import pytest
import spacy

from curator.suggest.analysis import Analysis
from curator.suggest.models import Found


@pytest.mark.model
def test_that_entities_come_before_the_parse_and_stay_as_they_are(analysis):
    docs = analysis.entities(["Lena Orr said that Baku had agreed.", "Kyiv denied it."])
    assert not any(doc.has_annotation("DEP") for doc in docs)
    before = [[(e.text, e.label_) for e in doc.ents] for doc in docs]
    parsed = list(analysis.parse(docs))
    assert all(doc.has_annotation("DEP") and doc.has_annotation("LEMMA") for doc in parsed)
    assert [[(e.text, e.label_) for e in doc.ents] for doc in parsed] == before


def test_that_a_recogniser_with_shared_vectors_gets_them_first(tmp_path):
    pipeline = spacy.blank("en")
    pipeline.add_pipe("tok2vec")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    model = {"@architectures": "spacy.TransitionBasedParser.v2", "tok2vec": listener}
    settings = {"state_type": "ner", "extra_state_tokens": True, "hidden_width": 8}
    ner = pipeline.add_pipe("ner", config={"model": {**model, **settings, "maxout_pieces": 2}})
    ner.add_label("GPE")
    pipeline.initialize()
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Reuters"}])
    pipeline.to_disk(tmp_path / "own")

    doc = Analysis(Found(str(tmp_path / "own"))).entities(["Reuters is in Baku"])[0]

    assert doc.tensor.shape == (4, 96)
    assert all(token.ent_iob_ for token in doc)
