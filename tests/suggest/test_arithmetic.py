"""Which library multiplies: numpy's own, unless the processor has one of its own."""

import pytest
import spacy
from thinc.api import NumpyOps, get_current_ops, set_current_ops

from curator.suggest.analysis import Analysis
from curator.suggest.arithmetic import fast_products, tuned
from curator.suggest.models import Found


class OwnOps(NumpyOps):
    """Stands in for a processor's own library."""

    name = "own"


@pytest.fixture
def own():
    before = get_current_ops()
    set_current_ops(OwnOps())
    yield
    set_current_ops(before)


def vectors_of(pipeline):
    """The layers of a recogniser that make a text's vectors, which is nearly all of its work."""
    model = pipeline.get_pipe("ner").model
    return [node for node in model.walk() if node.name == "maxout"]


def test_that_a_loaded_recogniser_multiplies_with_numpys_library(tiny_model):
    vectors = vectors_of(Analysis(Found(str(tiny_model))).pipeline)
    assert vectors
    assert not any(node.ops.use_blis for node in vectors)


def test_that_pipelines_loaded_by_others_keep_what_thinc_chose(tiny_model):
    Analysis(Found(str(tiny_model)))
    assert all(node.ops.use_blis for node in vectors_of(spacy.load(tiny_model)))


def test_that_a_processors_own_library_stays(own):
    with fast_products():
        assert isinstance(get_current_ops(), OwnOps)


def test_that_an_error_while_loading_leaves_thinc_as_it_was():
    before = get_current_ops()
    with pytest.raises(ValueError), fast_products():
        raise ValueError
    assert get_current_ops() is before


@pytest.mark.parametrize(
    ("name", "fast"), [("scipy-openblas", True), ("mkl-sdl", True), ("blas", False), ("", False)]
)
def test_that_only_a_library_tuned_to_processors_is_called_fast(name, fast):
    assert tuned({"Build Dependencies": {"blas": {"name": name}}}) is fast
    assert not tuned({})
