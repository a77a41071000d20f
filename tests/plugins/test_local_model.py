"""The example that asks a language model on this computer; no other is ever asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import spacy

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.services import suggesting, wording
from curator.services.suggesting import SuggestReport
from curator.store.project import Project
from curator.suggest.client import SuggestProcess
from tests.plugins.conftest import Install
from tests.support.projects import annotation, make, shown, take

VARIABLE = "CURATOR_LOCAL_MODEL"
BLANK = spacy.blank("en")
TEXT = "Velm met Orr. Orr thanked Velm."
ENTITY = (Layer.ENTITY,)


@pytest.fixture
def module(install: Install, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.delenv(VARIABLE, raising=False)
    return install("local-model")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.curator") as made:
        yield made


class Server(ThreadingHTTPServer):
    """Speaks like a server of a language model; what it says is told by the text it is sent."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[dict[str, Any]] = []
        self.released = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1/chat/completions tiny"


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(request)
        text = request["messages"][1]["content"]
        if text == "Slow.":
            self.server.released.wait()
        self.send_response(500 if text == "Ill." else 200)
        self.end_headers()
        self.wfile.write(b"{" if text == "Odd." else json.dumps(completion(text)).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def completion(text: str) -> dict[str, Any]:
    """An answer with the places and people of the text above, around it the usual chatter."""
    rows = [("GPE", "Velm"), ("PERSON", "Orr"), ("PERSON", "Orr"), ("GPE", "Atlantis")]
    listed = json.dumps([{"label": label, "quote": quote} for label, quote in rows])
    return {"choices": [{"message": {"content": f"Sure!\n```json\n{listed}\n```"}}]}


@pytest.fixture
def server() -> Iterator[Server]:
    served = Server()
    thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield served
    served.released.set()
    served.shutdown()
    served.server_close()
    thread.join()


@pytest.mark.network
def test_that_a_server_on_this_computer_is_asked_and_what_it_gets_wrong_is_told(
    module: ModuleType,
    server: Server,
    project: Project,
    ruled: str,
    entity_scheme: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(VARIABLE, server.address)
    take(project, TEXT, "Ill.", "Odd.")
    process, report = SuggestProcess(layers=ENTITY, model=ruled), SuggestReport()
    try:
        list(suggesting.suggest(project, process, report, layers=ENTITY))
        infos = {one.name: one for one in process.wait_ready().suggesters}
    finally:
        process.close()
    assert shown(project) == ["Velm:GPE?", "Orr:PERSON?", "Orr:PERSON?"]
    assert annotation(project, "Velm:GPE").score == 0.5
    assert infos["local-model"].recipe["model"] == "tiny"
    told = {number: wording.fault(fault).line for number, fault in report.failed}
    assert sorted(told) == [2, 3]
    assert "no answer at port" in told[2]
    assert "500" in told[2]
    assert "its answer cannot be read" in told[3]
    assert [one["model"] for one in server.asked] == ["tiny"] * 3
    with pytest.raises(Fault) as raised:
        list(module.LocalModel(seconds=0.1).propose(BLANK("Slow."), entity_scheme, {}))
    assert "no answer within 0.1 seconds" in str(raised.value.facts["words"])


def test_that_it_is_silent_until_it_is_switched_on(module: ModuleType, entity_scheme: Any) -> None:
    assert list(module.SUGGESTER.propose(BLANK(TEXT), entity_scheme, {})) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://192.0.2.7:8080/v1/chat/completions",
        "http://model.example/v1/chat/completions",
        "http://localhost:8080/v1",
        "http://127.0.0.1.model.example/v1",
        "http://127.0.0.1@model.example/v1",
        "https://127.0.0.1:8080/v1",
        "http://[::1",
        "http://127.0.0.1:port/v1",
        "127.0.0.1:8080",
    ],
)
def test_that_an_address_elsewhere_is_refused_in_words(
    module: ModuleType, entity_scheme: Any, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv(VARIABLE, address)
    with pytest.raises(Fault, match=r"local_model\.address") as raised:
        list(module.SUGGESTER.propose(BLANK(TEXT), entity_scheme, {}))
    assert wording.fault(raised.value).line.startswith("The local model: ")


@pytest.mark.parametrize("content", ["", "I found nothing.", "[1, 2", "[" * 5000, "]["])
def test_that_nonsense_is_a_fault(module: ModuleType, content: str) -> None:
    with pytest.raises(Fault, match=r"local_model\.nonsense"):
        module._quotes(content)


@pytest.mark.parametrize(
    "said", [None, [], {"choices": []}, {"choices": [{"message": {"content": 7}}]}]
)
def test_that_an_answer_of_another_shape_is_a_fault(module: ModuleType, said: object) -> None:
    with pytest.raises(Fault, match=r"local_model\.nonsense"):
        module._answer(said)


def test_that_probabilities_are_the_score_where_the_server_tells_them(module: ModuleType) -> None:
    choice = {"message": {"content": "[]"}, "logprobs": {"content": [{"logprob": -0.1}] * 3}}
    assert module._answer({"choices": [choice]})[1] == pytest.approx(0.904837)
    choice["logprobs"] = {"content": [{"logprob": "low"}]}
    assert module._answer({"choices": [choice]})[1] == 0.5


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("GPE", "Velm"), ("GPE", "Velm"), ("GPE", "Velm")], [("Velm", 0), ("Velm", 26)]),
        ([("PERSON", "Orr"), ("GPE", "Velm"), ("PERSON", "Orr")],
         [("Orr", 9), ("Velm", 26), ("Orr", 14)]),
        ([("PERSON", "Velm met Orr"), ("PERSON", "Orr")], [("Velm met Orr", 0), ("Orr", 14)]),
        ([("PERSON", "Or"), ("PERSON", ""), ("PERSON", "Atlantis"), ("SHIP", "Velm")], []),
        ([("PERSON", "x" * 300)], []),
    ],
)  # fmt: skip
def test_that_quotes_are_found_in_order_and_what_the_text_lacks_is_dropped(
    module: ModuleType, entity_scheme: Any, rows: Any, found: list[tuple[str, int]]
) -> None:
    proposals = module._found(TEXT, rows, entity_scheme, 0.5)
    spans = [one.parts[0] for one in proposals]
    assert [(TEXT[part.start : part.end], part.start) for part in spans] == found


def test_that_rows_of_another_shape_are_passed_over(module: ModuleType) -> None:
    rows = '[1, null, {"label": "GPE"}, {"label": 1, "quote": "x"}, {"label": "GPE", "quote": "x"}]'
    assert module._quotes(rows) == [("GPE", "x")]
    assert module._quotes("[]") == []
