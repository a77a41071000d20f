"""What reviewed texts teach a recogniser, and what they must not unlearn."""

import pytest
import spacy

from curator.domain.scheme import Label, LayerScheme
from curator.suggest.tuning.lesson import Recipe, Taught
from curator.suggest.tuning.tuner import Teacher, tune
from tests.suggest.tiny import told

SCHEME = LayerScheme(
    labels=(Label("PERSON"), Label("PLACE"), Label("UNIT")), reads={"GPE": "PLACE"}
)


@pytest.fixture(scope="module")
def pipeline():
    return spacy.blank("en")


def taught(pipeline, picture, *, spans=(), masked=(), known=("PERSON", "GPE", "DATE"), base=()):
    """Return a text's reference, token by token, as `ent_iob` and label."""
    doc = pipeline.make_doc(picture)
    doc.ents = [doc.char_span(*place, label=label) for *place, label in base]
    teacher = Teacher(known, SCHEME)
    one = Taught(picture, tuple(spans), tuple(masked))
    reference = teacher.example(one, doc).reference
    tags = [f"{token.text}/{token.ent_type_ or token.ent_iob_ or '?'}" for token in reference]
    return " ".join(tags), teacher


def test_that_what_is_not_accepted_is_taught_as_no_entity(pipeline):
    tags, teacher = taught(
        pipeline, "Ana met Bo today", spans=[(0, 3, "PERSON")], base=[(8, 10, "PERSON")]
    )
    assert tags == "Ana/PERSON met/O Bo/O today/O"
    assert teacher.counts.spans == 1


def test_that_a_label_the_scheme_lacks_stays_as_the_base_model_says_it(pipeline):
    tags, teacher = taught(
        pipeline, "Ana met Bo today", spans=[(0, 3, "PERSON")],
        base=[(0, 3, "DATE"), (11, 16, "DATE")],
    )  # fmt: skip
    assert tags == "Ana/PERSON met/O Bo/O today/DATE"
    assert teacher.counts.silver == 1


def test_that_a_merged_label_is_taught_as_the_base_model_tells_it_apart(pipeline):
    tags, teacher = taught(
        pipeline, "Ana left Baku for Kyiv",
        spans=[(9, 13, "PLACE"), (18, 22, "PLACE")], base=[(9, 13, "GPE")],
    )  # fmt: skip
    assert tags == "Ana/O left/O Baku/GPE for/O Kyiv/GPE"
    assert teacher.labels([Taught("", ((0, 1, "PLACE"), (0, 1, "UNIT")))]) == ["UNIT"]


def test_that_what_nobody_is_sure_of_teaches_nothing(pipeline):
    tags, _ = taught(
        pipeline, "Ana met Bo today", masked=[(8, 10)], base=[(8, 10, "DATE"), (11, 16, "DATE")]
    )
    assert tags == "Ana/O met/O Bo/? today/DATE"


def test_that_an_entity_beside_the_tokens_edges_is_masked_and_counted(pipeline):
    tags, teacher = taught(pipeline, "Ana met Boris today", spans=[(8, 10, "PERSON")])
    assert tags == "Ana/O met/O Boris/? today/O"
    assert (teacher.counts.spans, teacher.counts.misaligned) == (0, 1)


def unit_after(folder, seed, epochs=25):
    pipeline = spacy.load(folder)
    recogniser = pipeline.get_pipe("ner")
    teacher = Teacher(recogniser.labels, SCHEME)
    one = Taught("The Third Brigade went to Baku .", ((4, 17, "UNIT"), (26, 30, "PLACE")))
    for label in teacher.labels([one]):
        recogniser.add_label(label)
    example = teacher.example(one, pipeline(one.text))
    steps = list(tune(recogniser, [example], Recipe(epochs=epochs, rate=0.01), seed))
    assert steps == list(range(1, epochs + 1))
    return pipeline


def test_that_a_new_label_is_learned_beside_the_old_ones(tiny_model):
    pipeline = unit_after(tiny_model, 1)
    assert told(pipeline("The Third Brigade went to Baku .")) == ["Third Brigade:UNIT", "Baku:GPE"]


def test_that_the_same_seed_gives_the_same_weights(tiny_model):
    first, again, other = (
        unit_after(tiny_model, seed, 3).get_pipe("ner").to_bytes(exclude=["vocab"])
        for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other
