"""One loaded pipeline for every test that needs a model."""

from pathlib import Path

import pytest

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.scheme import LayerScheme, scheme_from_toml
from curator.suggest import models
from curator.suggest.analysis import Analysis
from tests.suggest.tiny import tiny_folder

SCHEME = """
[layers.entity]
[layers.entity.reads]
TIME = "DATE"
[[layers.entity.labels]]
name = "PERSON"
[[layers.entity.labels]]
name = "GPE"
[[layers.entity.labels]]
name = "ORG"
[[layers.entity.labels]]
name = "DATE"
[layers.claim]
default = "other"
shown_from = 0.5
[layers.claim.attributes]
polarity = ["positive", "negative"]
[[layers.claim.labels]]
name = "assertion"
[[layers.claim.labels]]
name = "denial"
[[layers.claim.labels]]
name = "other"
"""


@pytest.fixture(scope="session")
def scheme():
    return scheme_from_toml(SCHEME, name="small")


@pytest.fixture(scope="session")
def entity_scheme(scheme) -> LayerScheme:
    return scheme.layer(Layer.ENTITY)


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory) -> Path:
    """The folder of a pipeline that knows one person and one place."""
    return tiny_folder(tmp_path_factory.mktemp("tiny") / "model")


@pytest.fixture(scope="session")
def analysis() -> Analysis:
    try:
        return Analysis(models.find())
    except Fault as fault:
        pytest.skip(str(fault))
