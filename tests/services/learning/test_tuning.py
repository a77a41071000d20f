"""Versions are taught from reviewed documents, measured on others, and never seen half."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.services.learning import tuning, versions
from curator.services.learning.tuning import TuneReport
from curator.store import log
from curator.store import versions as stored
from curator.store.project import Project
from curator.suggest.tuning.lesson import Score
from tests.support.projects import make, take
from tests.support.taught import FakeTrainer

NAMES = ["Ana", "Bo", "Cy", "Dee", "Eva", "Flo", "Gil", "Hal", "Ian", "Jo"]
BETTER = {"base": Score(1, 1, 1), "before": Score(1, 1, 1), "after": Score(2, 0, 1)}
WORSE = {"base": Score(1, 1, 1), "before": Score(2, 0, 1), "after": Score(0, 2, 3)}


def gold(project: Project, *names: str) -> None:
    """Add reviewed documents of which one name each is gold."""
    batch = names[0]
    lines = [
        {"id": f"{batch}{n}", "text": f"{name} of {batch} went.",
         "spans": [{"start": 0, "end": len(name), "label": "PERSON"}]}
        for n, name in enumerate(names)
    ]  # fmt: skip
    take(project, *lines, batch=batch, annotations="gold")


@pytest.fixture
def trainer() -> FakeTrainer:
    return FakeTrainer()


def tune(project: Project, trainer: Any, **how: Any) -> TuneReport:
    report = TuneReport()
    steps = list(tuning.tune(project, trainer, report=report, **how))
    assert all(step.unit == "texts" for step in steps)
    return report


def folders(project: Project) -> set[str]:
    return {path.name for path in versions.folder(project).iterdir()}


def split(project: Project) -> tuple[list[int], list[int]]:
    with project.read() as tx:
        return tuning.learnable_and_held(tx)


def test_that_learning_is_due_after_five_documents_and_the_more_there_are_the_more_later(
    project, trainer
):
    gold(project, *NAMES[:4])
    assert not tuning.due(project)
    wanted = []
    for batch in "abcdefgh":
        gold(project, *(f"{name}{batch}" for name in NAMES))
        if tuning.due(project):
            assert len(split(project)[0]) >= tuning.FIRST
            tune(project, trainer)
        assert not tuning.due(project)
        wanted.append(tuning.waiting(project).wanted)
    assert wanted == sorted(wanted)
    assert (wanted[0], wanted[-1]) == (tuning.FIRST, tuning.EVERY)


@pytest.mark.parametrize(
    ("before", "after", "used"),
    [
        (Score(9, 9, 14), Score(8, 9, 15), True),
        (Score(9, 9, 14), Score(4, 9, 19), False),
        (Score(900, 900, 1400), Score(800, 900, 1500), False),
        (Score(), Score(), True),
    ],
)
def test_that_a_version_that_chance_may_have_made_worse_is_used(before, after, used):
    """A first held-out document with two dozen entities kept good versions away."""
    assert tuning.is_not_worse({"base": Score(), "before": before, "after": after}) is used


def test_that_a_version_is_kept_with_its_recipe_and_used(project, trainer):
    gold(project, *NAMES)
    report = tune(project, trainer, seed=5)
    (version,) = versions.versions(project)
    assert report.version == version
    assert (report.switched, version.in_use, version.present) == (True, True, True)
    assert version.documents == len(trainer.texts)
    assert version.figures["recipe"]["seed"] == 5
    assert versions.current_weights(project) == versions.folder(project) / version.digest
    assert folders(project) == {version.digest}
    assert '"recipe"' in (versions.folder(project) / version.digest / "meta.json").read_text()
    with project.read() as tx:
        assert stored.figures(tx)[version.suggester_id]["weights"] == version.digest


def test_that_the_same_project_and_seed_ask_for_the_same(tmp_path: Path):
    digests = []
    for place, seed in enumerate((1, 1, 2)):
        with make(tmp_path / f"p{place}") as project:
            gold(project, *NAMES)
            digests.append(tune(project, FakeTrainer(), seed=seed).version.digest)
    assert digests[0] == digests[1] != digests[2]


def test_that_later_versions_go_over_new_documents_and_some_older_ones(project, trainer):
    gold(project, *NAMES)
    first = tune(project, trainer)
    taught = trainer.texts
    gold(project, *(f"{name}b" for name in NAMES))
    second = tune(project, trainer)
    assert trainer.lessons[-1].weights.endswith(first.version.digest)
    assert trainer.texts[-len(taught) :] == taught
    assert second.version.documents == len(split(project)[0])


def test_that_held_out_documents_are_measured_on_and_never_taught(project, trainer):
    for batch in "abcd":
        gold(project, *(f"{name}{batch}" for name in NAMES))
    learnable, held = split(project)
    assert held
    while tuning.due(project):
        tune(project, trainer)
    taught = {text for one in trainer.lessons for text in (t.text for t in one.taught)}
    measured = {one.text for one in trainer.lessons[-1].held}
    assert (len(taught), len(measured)) == (len(learnable), len(held))
    assert not taught & measured


def test_that_blind_documents_are_held_out_first(tmp_path: Path):
    with make(tmp_path / "p", blind_share=0.1) as project:
        for batch in "abcde":
            gold(project, *(f"{name}{batch}" for name in NAMES))
        with project.read() as tx:
            blind = {one.id for one in stored.reviewed(tx, Layer.ENTITY) if one.blind}
        assert blind
        assert set(split(project)[1]) == blind


def test_that_a_worse_version_is_kept_but_not_used(project, trainer):
    gold(project, *NAMES)
    before = tune(project, trainer).version
    gold(project, *(f"{name}b" for name in NAMES), "Kit", "Lou")
    trainer.scores = WORSE
    report = tune(project, trainer)
    assert (report.switched, report.version.in_use, report.version.present) == (False, False, True)
    assert versions.current_weights(project).name == before.digest
    assert not tuning.due(project)
    gold(project, *(f"{name}c" for name in NAMES), "Max", "Ned")
    trainer.scores = BETTER
    assert tune(project, trainer).switched
    assert trainer.lessons[-1].weights.endswith(before.digest)


def test_that_what_is_decided_is_taught_unsure_is_masked_and_rejected_is_nothing(project, trainer):
    pictures = [
        "[Ana:PERSON!] met [Bo:PERSON-] and [Cy:PERSON~] and [Dee:PERSON?]",
        "the [[Bank:ORG!] of [Velm:GPE!]:ORG!] said",
    ]
    for n in range(4):
        take(project, *(f"{one} {n}" for one in pictures), batch=f"b{n}", annotations="as-is")
    with project.write() as tx:
        tx.connection.exec_driver_sql("UPDATE document_layer SET reviewed = 1")
    tune(project, trainer)
    one = next(t for t in trainer.lessons[-1].taught if t.text.startswith("Ana"))
    assert one.spans == ((0, 3, "PERSON"),)
    assert one.masked == ((15, 17), (22, 25))
    other = next(t for t in trainer.lessons[-1].taught if t.text.startswith("the"))
    assert other.spans == ((4, 16, "ORG"),)


def test_that_cancelling_leaves_no_half_version(project, trainer):
    gold(project, *NAMES)
    trainer.cut_off = True
    report = tune(project, trainer)
    assert (report.version, folders(project)) == (None, set())
    steps = tuning.tune(project, trainer)
    next(steps)
    assert len(folders(project)) == 1
    steps.close()
    assert (folders(project), versions.versions(project)) == (set(), [])
    (versions.folder(project) / "new-left").mkdir()
    trainer.cut_off = False
    tune(project, trainer)
    assert folders(project) == {versions.versions(project)[0].digest}


def test_that_one_can_switch_and_go_back_without_a_decision(project, trainer):
    gold(project, *NAMES)
    first = tune(project, trainer).version
    gold(project, *(f"{name}b" for name in NAMES))
    second = tune(project, trainer).version
    with project.read() as tx:
        before = log.head(tx)
    versions.use(project, first.digest)
    assert versions.current_weights(project).name == first.digest
    versions.use(project, None)
    assert versions.current_weights(project) is None
    assert not any(one.in_use for one in versions.versions(project))
    versions.use(project, second.digest)
    with project.read() as tx:
        assert log.head(tx) == before
    with pytest.raises(Fault, match="no_version"):
        versions.use(project, "0000")


@pytest.mark.parametrize("code", ["learning.weights_missing", "learning.weights_damaged"])
def test_that_lost_weights_are_told_and_learning_is_offered_again(project, trainer, code):
    gold(project, *NAMES)
    lost = tune(project, trainer).version
    place = versions.folder(project) / lost.digest
    if code == "learning.weights_missing":
        shutil.rmtree(place)
    else:
        (place / "model").write_bytes(b"")
    assert versions.current_weights(project) is None
    assert versions.notice(project).code == code
    with pytest.raises(Fault, match=code):
        versions.use(project, lost.digest)
    assert tuning.due(project)
    again = tune(project, trainer)
    assert (again.version.digest, trainer.lessons[-1].weights) == (lost.digest, None)
    assert versions.notice(project) is None


def test_that_lost_weights_give_way_to_the_base_model_when_the_next_are_worse(project, trainer):
    gold(project, *NAMES)
    lost = tune(project, trainer).version
    shutil.rmtree(versions.folder(project) / lost.digest)
    trainer.scores = WORSE
    assert not tune(project, trainer).switched
    assert versions.notice(project) is None
    assert not tuning.due(project)


def test_that_what_somebody_chose_while_it_was_taught_stands(project, trainer):
    gold(project, *NAMES)
    tune(project, trainer)
    gold(project, *(f"{name}b" for name in NAMES))
    report = TuneReport()
    steps = tuning.tune(project, trainer, report=report)
    next(steps)
    versions.use(project, None)
    list(steps)
    assert (report.switched, versions.current_weights(project)) == (False, None)


def test_that_another_language_model_begins_anew(project, trainer):
    gold(project, *NAMES)
    tune(project, trainer)
    trainer.fault = Fault("learning.weights_foreign", path="", theirs="a", ours="b")
    trainer.model = "other"
    gold(project, "Kit", "Lou")
    report = tune(project, trainer)
    assert [fault.code for fault in report.faults] == ["learning.weights_foreign"]
    assert [lesson.weights is None for lesson in trainer.lessons] == [True, False, True]
    assert len(trainer.texts) == len(split(project)[0])
    assert report.switched


def test_that_the_one_in_use_the_best_and_the_last_three_are_kept(project, trainer):
    found = []
    for place, batch in enumerate("abcdefg"):
        gold(project, *(f"{name}{batch}" for name in NAMES))
        trainer.scores = (
            BETTER if place == 1 else WORSE if place > 2 else dict(BETTER, after=Score(3, 1, 2))
        )
        found.append(tune(project, trainer).version.digest)
    used = versions.current_weights(project).name
    assert used == found[2]
    assert folders(project) == {found[1], found[2], *found[-3:]}
    present = {one.digest for one in versions.versions(project) if one.present}
    assert present == folders(project)


def test_that_nothing_reviewed_is_told(project, trainer):
    take(project, "Ana went")
    with pytest.raises(Fault, match=r"learning\.nothing"):
        tune(project, trainer)
