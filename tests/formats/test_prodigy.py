"""Prodigy's tasks, out and in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from curator.domain.annotation import State
from curator.formats.outgoing import Outgoing
from curator.formats.prodigy import FORMAT
from tests.formats.builders import entity, one, outgoing_again, problems, read, rows
from tests.formats.test_jsonl_round_trip import outgoings
from tests.formats.through import documents, nasty, said, seeds, through, tokens, write


def tasks(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def put(path: Path, *lines: Any) -> Path:
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.prodigy.jsonl"


def test_that_the_samples_come_back_as_they_were(path: Path) -> None:
    before = list(seeds())
    after = [outgoing_again(document) for document in through(FORMAT, before, path)]
    assert [one.text for one in after] == [one.text for one in before]
    assert [said(one) for one in after] == [said(one) for one in before]
    first = path.read_bytes()
    again = [replace(one, reviewed=old.reviewed) for one, old in zip(after, before, strict=True)]
    write(FORMAT, again, path)
    assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(first).digest()


def test_that_nasty_characters_and_tangled_annotations_come_back(path: Path) -> None:
    before = nasty()
    after = outgoing_again(one(list(through(FORMAT, [before], path))))
    assert said(after) == said(before)
    links = {one.id: one.links for one in after.annotations}
    assert set(links["c9"]) == {("nested", "c10"), ("source", "e1")}
    assert [dict(one.annotation.attributes) for one in after.annotations if one.id == "c9"] == [
        {"mode": "direct"}
    ]


@given(outgoings())
@settings(max_examples=60)
def test_that_every_annotation_comes_back_or_is_reported(outgoing: Outgoing) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.prodigy.jsonl")
        reported = write(FORMAT, [outgoing], path)
        after = outgoing_again(one(list(documents(read(path, FORMAT)))))
    gone = [one.annotation for one in reported if one.reason in {"state", "label"}]
    assert said(after) == said(outgoing, without=filter(None, gone))


def test_that_token_end_is_the_last_token_and_every_edge_is_one_of_a_token(path: Path) -> None:
    before = nasty()
    write(FORMAT, [before], path)
    [task] = tasks(path)
    for token in task["tokens"]:
        assert token["text"] == before.text[token["start"] : token["end"]]
    for span in task["spans"]:
        first, last = (task["tokens"][span[key]] for key in ("token_start", "token_end"))
        assert (first["start"], last["end"]) == (span["start"], span["end"])
    for relation in task["relations"]:
        assert relation["head"] == relation["head_span"]["token_end"]
        assert relation["child"] == relation["child_span"]["token_end"]
    assert not [key for key in task if "hash" in key]


def test_that_each_state_has_a_task_with_its_answer(path: Path) -> None:
    states = (State.ACCEPTED, State.REJECTED, State.UNSURE, State.SUGGESTED)
    found = [entity(n, n + 1, state=state, name=state) for n, state in enumerate(states)]
    before = Outgoing("a", "t", "abcdef", annotations=tuple(found))
    after = outgoing_again(one(list(through(FORMAT, [before], path))))
    assert [task.get("answer") for task in tasks(path)] == ["accept", "reject", "ignore", None]
    assert said(after) == said(before)


def test_that_a_reviewed_document_without_annotations_is_accepted_with_nothing(path: Path) -> None:
    write(FORMAT, [replace(nasty(), annotations=())], path)
    assert [(task["spans"], task["answer"]) for task in tasks(path)] == [([], "accept")]
    write(FORMAT, [replace(nasty(), annotations=(), reviewed=())], path)
    assert [task.get("answer") for task in tasks(path)] == [None]


def test_that_strangers_tasks_are_read(path: Path) -> None:
    span = {"start": 0, "end": 3, "token_start": 0, "token_end": 0, "label": "PER"}
    other = {"start": 8, "end": 10, "token_start": 2, "token_end": 2, "label": "PER"}
    third = {"start": 14, "end": 16, "label": "PER", "source": "m", "score": 0.5}
    bare = {key: other[key] for key in ("start", "end", "label")}
    task = {
        "text": "Ana met Bo\r\n🚢 Cy", "_input_hash": 1, "_task_hash": 2, "answer": "accept",
        "spans": [span, other, third],
        "relations": [
            {"head": 0, "child": 2, "label": "met"},
            {"head": 2, "child": 0, "head_span": bare, "child_span": span, "label": "knows"},
            {"head": 2, "child": 1, "label": "nobody"},
        ],
    }  # fmt: skip
    items = read(put(path, task), FORMAT)
    document = one(items[:1])
    assert document.sender_id == "x.prodigy-1"
    assert document.extra == {}
    assert [(row.quote, row.state, row.suggester, row.score) for row in rows(document)] == [
        ("Ana", "accepted", None, None),
        ("Bo", "accepted", None, None),
        ("Cy", "accepted", "m", 0.5),
    ]
    assert [row.links for row in rows(document)] == ['[["met","s2"]]', '[["knows","s1"]]', None]
    assert problems(items) == [(1, "import.relation_left_out")]


def test_that_a_bad_task_is_reported_and_the_rest_goes_in(path: Path) -> None:
    good = {"text": "Ana", "spans": [{"start": 0, "end": 3, "label": "P"}], "answer": "accept"}
    bad = [
        {"answer": "accept"},
        {"text": "Bo", "spans": {}, "answer": "maybe", "meta": 3},
        {"text": "Cy", "spans": [{"start": 0, "end": 9, "label": "P"}, 4]},
    ]
    items = read(put(path, "nonsense", *bad, good), FORMAT)
    assert problems(items) == [
        (1, "import.not_json"),
        (2, "import.no_text"),
        (3, "import.key_left_out"),
        (3, "import.key_left_out"),
        (3, "import.key_left_out"),
        (4, "import.key_left_out"),
        (4, "import.annotation_left_out"),
    ]
    assert [item.text for item in items if hasattr(item, "text")] == ["Bo", "Cy", "Ana"]


def test_that_gold_has_nothing_that_was_rejected(path: Path) -> None:
    task = {"text": "Ana", "spans": [{"start": 0, "end": 3, "label": "P"}], "answer": "reject"}
    items = read(put(path, task), FORMAT, annotations="gold")
    assert rows(one(items[:1])) == []
    assert problems(items) == [(1, "import.no_gold")]


def test_that_tokens_are_cut_at_edges_and_blanks_become_tokens_where_needed() -> None:
    from curator.formats.tokens import fit

    assert tokens("ab  cd") == [[(0, 2), (4, 6)]]
    assert fit(6, tokens("ab  cd"), [(0, 2)]) == ([(0, 2), (4, 6)], 0)
    assert fit(6, tokens("ab  cd"), [(1, 3)]) == ([(0, 1), (1, 2), (2, 3), (3, 4), (4, 6)], 1)
    assert fit(3, [[(0, 1)]], [(0, 3)]) == ([(0, 1), (1, 3)], 0)
