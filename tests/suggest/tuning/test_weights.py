"""A version is written, taken up by a pipeline of the same kind, and refused otherwise."""

import json

import pytest
import spacy

from curator.domain.faults import Fault
from curator.suggest.analysis import Analysis
from curator.suggest.models import Found
from curator.suggest.recogniser import confidence_of
from curator.suggest.tuning.lesson import Recipe, Taught
from curator.suggest.tuning.tuner import Teacher, tune
from curator.suggest.tuning.version_folder import META, read_meta
from curator.suggest.tuning.weights import recogniser_of, write
from tests.suggest.tiny import told
from tests.suggest.tuning.test_tuner import SCHEME

TEXT = "The Third Brigade went to Baku ."


@pytest.fixture(scope="module")
def version(tiny_model, tmp_path_factory):
    analysis = Analysis(Found(str(tiny_model)))
    recogniser = recogniser_of(analysis.pipeline)
    one = Taught(TEXT, ((4, 17, "UNIT"), (26, 30, "PLACE")))
    example = Teacher(recogniser.labels, SCHEME).example(one, analysis.entities([TEXT])[0])
    for label in ("UNIT", "NEVER"):
        recogniser.add_label(label)
    list(tune(recogniser, [example], Recipe(epochs=25, rate=0.01), 1))
    place = tmp_path_factory.mktemp("version")
    digest = write(recogniser, place, analysis.model)
    analysis.taught()
    return place, digest, analysis.entities([TEXT])[0]


@pytest.fixture
def copy(version, tmp_path):
    for path in version[0].iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def test_that_a_version_suggests_in_another_process_as_where_it_was_taught(tiny_model, version):
    place, digest, taught = version
    analysis = Analysis(Found(str(tiny_model)), weights=str(place))
    doc = analysis.entities([TEXT])[0]
    assert (analysis.weights, analysis.broken) == (digest, ())
    assert told(doc) == told(taught) == ["Third Brigade:UNIT", "Baku:GPE"]
    for ours, theirs in zip(doc.ents, taught.ents, strict=True):
        sure = confidence_of(ours, unknown=0)
        assert 0.5 < sure == pytest.approx(confidence_of(theirs, unknown=0))


def test_that_a_version_holds_its_own_bytes_and_no_pickle(version):
    place, digest, _ = version
    assert {path.name for path in place.iterdir()} == {"cfg", "model", "moves", META}
    assert read_meta(place)["digest"] == digest
    assert not any(path.read_bytes().startswith(b"\x80\x04") for path in place.iterdir())


def spoil(place):
    (place / "model").write_bytes((place / "model").read_bytes()[:-1] + b"?")


def rename(place):
    meta = json.loads((place / META).read_text())
    (place / META).write_text(json.dumps({**meta, "model": {"name": "xx_x", "version": "1"}}))


def lose(place):
    for path in place.iterdir():
        path.unlink()
    place.rmdir()


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (spoil, "learning.weights_damaged"),
        (lambda place: (place / META).write_text("{}"), "learning.weights_damaged"),
        (rename, "learning.weights_foreign"),
        (lose, "learning.weights_missing"),
    ],
)
def test_that_a_version_that_cannot_be_used_leaves_the_base_model(tiny_model, copy, harm, code):
    harm(copy)
    analysis = Analysis(Found(str(tiny_model)), weights=str(copy))
    assert [fault.code for fault in analysis.broken] == [code]
    assert analysis.weights == ""
    assert told(analysis.entities(["Ana went to Baku ."])[0]) == ["Ana:PERSON", "Baku:GPE"]


def test_that_a_pipeline_without_a_recogniser_of_its_own_is_not_taught():
    with pytest.raises(Fault, match="no_recogniser"):
        recogniser_of(spacy.blank("en"))
