"""Entities and their confidence against the same parse done step by step."""

import math

import numpy as np
import pytest

from curator.suggest.recogniser import Recogniser, confidence_of

TEXTS = [
    "Baku hosted a conference on Tuesday, said Colonel General Ali Naghiyev of the State Security "
    "Service.\n\nThe United States and 20 other countries sent envoys to the Black Sea in 2025.",
    "",
    "Reuters reported from Kyiv that Volodymyr Zelenskiy met Angela Merkel at 3 p.m. in New York",
]


@pytest.fixture(scope="module")
def pipeline(analysis):
    return analysis.pipeline


def alone(pipeline, text):
    others = [name for name in pipeline.pipe_names if name != "ner"]
    with pipeline.select_pipes(disable=others):
        return pipeline(text)


def step_by_step(component, doc):
    """The same greedy parse, one transition at a time, as slow as it is plain."""
    if not len(doc):
        return
    moves = component.moves
    names = [moves.get_class_name(number) for number in range(moves.n_moves)]
    model, states = component.model.predict([doc]), moves.init_batch([doc])
    product = 1.0
    while not states[0].is_final():
        scores = np.asarray(model.predict(states), dtype="f")
        valid = [name != "U-" and moves.is_valid(states[0], name) for name in names]
        masked = np.where(valid, scores[0].astype(float), -np.inf)
        best = int(masked.argmax())
        share = math.exp(masked[best]) / np.exp(masked).sum()
        product = share if names[best][0] in "BU" else product * share
        if names[best][0] in "LU":
            yield product
        component.transition_states(states, scores)


@pytest.mark.model
def test_that_entities_are_those_of_the_pipeline(analysis, pipeline):
    for doc, text in zip(analysis.entities(TEXTS), TEXTS, strict=True):
        expected = alone(pipeline, text)
        assert [(e.start, e.end, e.label_) for e in doc.ents] == [
            (e.start, e.end, e.label_) for e in expected.ents
        ]


@pytest.mark.model
def test_that_confidence_is_the_product_over_the_valid_transitions(analysis, pipeline):
    for doc in analysis.entities(TEXTS):
        expected = list(step_by_step(pipeline.get_pipe("ner"), pipeline.make_doc(doc.text)))
        assert [confidence_of(e, unknown=-1) for e in doc.ents] == pytest.approx(expected, abs=1e-4)


@pytest.mark.model
def test_that_the_component_keeps_its_own_model(pipeline):
    component = pipeline.get_pipe("ner")
    before = component.model
    Recogniser(component)([pipeline.make_doc("Baku")])
    assert component.model is before


@pytest.mark.model
def test_that_an_entity_of_somebody_else_has_no_confidence_of_its_own(pipeline):
    doc = pipeline.make_doc("Baku hosted it")
    doc.set_ents([doc.char_span(0, 4, label="GPE")])
    assert confidence_of(doc.ents[0], unknown=0.25) == 0.25
