"""Suggesting beside the review: from the process to the page, and what becomes of its deaths."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from curator.domain.annotation import Layer
from curator.services import lists
from curator.store import versions
from curator.store.project import Project
from curator.suggest import client
from curator.ui.do import Do
from tests.support import written_suggester
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def written(folder: Path, monkeypatch: pytest.MonkeyPatch, **lists: list[dict[str, Any]]) -> None:
    """Have the suggest process propose these lists, by how texts begin."""
    path = folder / "written.json"
    path.write_text(json.dumps(lists), encoding="utf-8")
    monkeypatch.setenv(written_suggester.VARIABLE, str(path))


def entity(words: str, label: str = "PERSON") -> dict[str, Any]:
    return {"layer": "entity", "label": label, "parts": [["mention", words]]}


def kill_at(monkeypatch: pytest.MonkeyPatch, *, times: int) -> list[int]:
    """Kill the suggest process when it is asked, so many times; returns how often it still will."""

    left = [times]
    ask = client.SuggestProcess.ask

    def killed(self: client.SuggestProcess, *args: Any, **options: Any) -> Iterator[Any]:
        if left[0] and self._child is not None:
            left[0] -= 1
            os.kill(self._child.pid, signal.SIGKILL)
        return ask(self, *args, **options)

    monkeypatch.setattr(client.SuggestProcess, "ask", killed)
    return left


def test_that_suggestions_come_for_documents_that_nobody_has_seen(
    window: Hands, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, monkeypatch, Ilse=[entity("Ilse")], Osmo=[entity("Osmo")])
    window.open(bare)
    window.until(lambda: window.shown() == ["Ilse:PERSON?"])
    assert window.at == "Ilse:PERSON?"
    window.settle()
    assert window.stored(2) == ["Osmo:PERSON?"]
    assert window.notices() == []


def test_that_the_process_is_told_the_cues_of_the_projects_lists(
    window: Hands, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, monkeypatch)
    told: list[Any] = []
    monkeypatch.setattr(client.SuggestProcess, "teach", lambda _self, cues: told.append(cues))
    with Project.open(bare, write=True) as project:
        lists.import_list(
            project, source=["Bemoan"], name="ours", label="evaluation", layer=Layer.CLAIM
        )
    window.open(bare)
    window.until(lambda: told == [{"bemoan": "evaluation"}])
    window.settle()


def test_that_a_missing_model_is_one_notice_with_the_line_that_installs_one(
    window: Hands, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CURATOR_SUGGEST_MODULE", "curator.suggest.process")
    monkeypatch.setenv("CURATOR_MODEL", "no_such_model")
    window.open(bare)
    window.until(window.notices)
    assert window.notices() == ["There is no language model to suggest with"]
    assert "pip install" in window.details()
    window.bring_in(*window.texts(one="One."))
    window.until(lambda: window.toast().startswith("Imported"))
    window.settle()
    assert window.notices() == ["There is no language model to suggest with"]
    window.select("Ilse")
    window.press("1")
    assert window.stored() == ["Ilse:PERSON+"]


def test_that_a_killed_process_is_started_again_and_nothing_is_proposed_twice(
    window: Hands, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, monkeypatch, Ilse=[entity("Ilse")], Osmo=[entity("Osmo")])
    window.open(bare)
    window.press("A")
    kill_at(monkeypatch, times=1)
    window.do_quickly(Do.SUGGEST)
    window.until(window.notices)
    window.settle()
    assert window.notices() == ["The suggester stopped and was started again"]
    assert window.stored() == ["Ilse:PERSON!"]
    assert window.stored(2) == ["Osmo:PERSON?"]
    assert window.sound()


def test_that_a_process_that_dies_again_and_again_is_given_up(
    window: Hands, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, monkeypatch, Ilse=[entity("Ilse")])
    left = kill_at(monkeypatch, times=9)
    window.open(bare)
    window.until(lambda: "A helper process has ended" in window.notices())
    window.settle()
    assert window.notices() == ["A helper process has ended"]
    left[0] = 1
    window.do_quickly(Do.SUGGEST)
    window.until(lambda: window.stored(1) == ["Ilse:PERSON?"])
    window.settle()


def test_that_documents_that_fail_are_told_in_one_notice(
    window: Hands, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, monkeypatch, Ilse=[entity("nobody")], Osmo=[entity("Osmo")])
    window.open(bare)
    window.turn_to(2)
    window.settle()
    (notice,) = window.notices()
    assert notice == "Nothing could be suggested for 3 documents", "the group shares its fate"
    written(tmp_path, monkeypatch, Osmo=[entity("Osmo")])
    window.select("Osmo")
    window.press("1")
    assert window.stored(2) == ["Osmo:PERSON+"]


def test_that_suggesting_again_keeps_decisions_and_the_current_annotation(
    window: Hands, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, monkeypatch, Ilse=[entity("Ilse"), entity("waved", "EVENT")])
    window.open(bare)
    window.press("X")
    assert window.at == "waved:EVENT?"
    window.do(Do.SUGGEST)
    assert window.at == "waved:EVENT?"
    assert window.stored() == ["Ilse:PERSON-", "waved:EVENT?"]
    assert window.painted() == window.shown()


def test_that_a_cancelled_run_can_be_taken_up_again(
    window: Hands, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, monkeypatch, Velm=[entity("Velm", "GPE")])
    window.controller.open_project(bare)
    window.until(lambda: window.controller.session is not None)
    window.until(lambda: window.session.tasks.busy)
    window.window.status.cancelled.emit()
    window.until(window.has_document)
    window.settle()
    window.do(Do.SUGGEST)
    assert window.stored(3) == ["Velm:GPE?"]


def test_that_a_version_whose_weights_are_gone_is_told_and_the_pipeline_suggests(
    window: Hands, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, monkeypatch, Ilse=[entity("Ilse")])
    with Project.open(bare, write=True) as project, project.write() as tx:
        versions.set_in_use(tx, "ab12cd34")
    window.open(bare)
    window.until(window.notices)
    assert "ab12cd34" in window.details()
    window.until(lambda: window.stored(1) == ["Ilse:PERSON?"])
