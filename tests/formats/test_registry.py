"""Which formats there are, and which files are read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from curator.formats.base import Format, Problem, Source
from curator.formats.registry import Registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.installed()


def found(registry: Registry, root: Path, *paths: Path, **options: str) -> list[str]:
    """What becomes of each file: its name and format, or its name and what is wrong."""
    told = [
        (one.name, one.format)
        if isinstance(one, Source)
        else (one.file, one.code.removeprefix("import."))
        for one in registry.files(paths, **options)
    ]
    return [f"{name.removeprefix(str(root) + '/')}: {what}" for name, what in told]


def test_that_the_built_in_formats_are_installed(registry: Registry) -> None:
    assert {"text", "jsonl", "conll", "bioes", "conllu", "prodigy"} <= set(registry.formats)
    assert registry.broken == ()
    conll = registry.by_name("bioes")
    assert conll is not None
    assert conll.needs_tokens
    assert registry.by_name("carrier pigeon") is None


def test_that_the_longest_suffix_says_the_format() -> None:
    def nothing(*_: object) -> object:
        return iter(())

    registry = Registry(
        {
            "a": Format("a", (".txt",), read=nothing),
            "b": Format("b", (".gold.txt",), read=nothing),
            "c": Format("c", (".written",)),
        }
    )
    names = ["x.TXT", "x.gold.txt", "x.pdf", "x.written"]
    chosen = [registry.of_file(Path(name)) for name in names]
    assert [one and one.name for one in chosen] == ["a", "b", None, None]


def test_that_a_shared_suffix_is_settled_by_what_is_in_the_file(tmp_path: Path) -> None:
    def nothing(*_: object) -> object:
        return iter(())

    def holds(words: str) -> Callable[[Path], bool]:
        return lambda path: words in path.read_text()

    registry = Registry(
        {
            "own": Format("own", (".x",), read=nothing),
            "b": Format("b", (".b.x", ".x"), read=nothing, recognises=holds("bee")),
            "c": Format("c", (".c.x", ".x", ".y"), read=nothing, recognises=holds("sea")),
            "d": Format("d", (".d.x", ".x"), read=nothing),
        }
    )
    files = {
        "1.x": "a bee",
        "2.x": "a sea",
        "3.x": "a deer",
        "4.b.x": "a sea",
        "5.d.x": "",
        "6.y": "",
    }
    chosen = {}
    for name, words in files.items():
        (tmp_path / name).write_text(words)
        found = registry.of_file(tmp_path / name)
        chosen[name] = found and found.name
    assert chosen == {
        "1.x": "b", "2.x": "c", "3.x": "own", "4.b.x": "b", "5.d.x": "d", "6.y": None,
    }  # fmt: skip
    [problem] = registry.files([tmp_path / "6.y"])
    assert isinstance(problem, Problem)
    assert problem.facts == {"suffix": ".y", "formats": ["c"]}


def test_that_a_folder_is_walked_in_order_without_what_is_hidden(
    registry: Registry, tmp_path: Path
) -> None:
    for name in ("b.txt", "a/c.jsonl", "a/.hidden.txt", ".git/x.txt", "b.gold.jsonl", "z.png"):
        path = tmp_path / "batch" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    batch = tmp_path / "batch"
    gold = batch / "b.gold.jsonl"
    assert found(registry, tmp_path, batch, gold) == [
        "batch/b.txt: text",
        "batch/z.png: unknown_type",
        "batch/a/c.jsonl: jsonl",
        "batch/b.gold.jsonl: jsonl",
    ]
    folders = [one.folder for one in registry.files([batch, gold]) if isinstance(one, Source)]
    assert folders == ["batch", "batch/a", "batch"]


def test_that_what_is_not_there_or_no_file_is_a_problem(registry: Registry, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "letter.doc").write_text("x")
    paths = [tmp_path / name for name in ("none.txt", "pipe.txt", "letter.doc", "n\0.txt")]
    assert found(registry, tmp_path, *paths) == [
        "none.txt: missing",
        "pipe.txt: unreadable",
        "letter.doc: unknown_type",
        "n\0.txt: missing",
    ]


def test_that_links_out_of_a_folder_are_not_followed(registry: Registry, tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "x.txt").write_text("x")
    (inside / "away.txt").symlink_to(outside / "x.txt")
    (inside / "here.txt").symlink_to(inside / "x.txt")
    (inside / "folder").symlink_to(outside)
    assert found(registry, tmp_path, inside) == [
        "in/away.txt: link_outside",
        "in/here.txt: text",
        "in/x.txt: text",
    ]


def test_that_a_format_can_be_named(registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "batch.records").write_text("x")
    (tmp_path / "note.txt").write_text("x")
    named = tmp_path / "batch.records"
    assert found(registry, tmp_path, named, tmp_path, format="jsonl") == [
        "batch.records: jsonl",
        "batch.records: unknown_type",
        "note.txt: unknown_type",
    ]
    assert list(registry.files([named], format="carrier pigeon")) == [
        Problem("", None, "import.unknown_format", {"format": "carrier pigeon"})
    ]


def test_that_a_name_that_is_no_text_can_be_stored(registry: Registry, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_text("x")
    (source,) = registry.files([tmp_path])
    assert isinstance(source, Source)
    assert (source.stem, source.path.read_text()) == ("\ufffd", "x")
