"""brat standoff: pairs go out and come in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from curator.domain.faults import Fault
from curator.formats import brat
from curator.formats.base import Incoming, Source
from curator.formats.outgoing import Outgoing
from curator.formats.registry import Registry
from curator.formats.staged_folder import StagedFolder
from tests.formats import seeds, through
from tests.formats.builders import entity, one, outgoing_again, problems, read, rows


def written(folder: Path, given: Iterable[Outgoing]) -> list[tuple[str | None, str]]:
    """Write a folder as an export does, and return what was left out."""
    pieces = [brat.write(each, ()) for each in given]
    with StagedFolder(folder) as staged:
        for name, data in brat.pack(iter(pieces)):
            staged.put(name, data)
    return [(lost.annotation, lost.reason) for piece in pieces for lost in piece.report.left_out]


def taken(folder: Path) -> list[Incoming]:
    found = Registry.installed().files([folder])
    sources = [source for source in found if isinstance(source, Source)]
    assert {source.format for source in sources} == {"brat"}
    return [one(read(source.path, brat.FORMAT)) for source in sources]


def pair(folder: Path, text: str, *lines: str) -> Path:
    folder.joinpath("x.txt").write_bytes(text.encode())
    folder.joinpath("x.ann").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder / "x.ann"


def test_that_every_seed_comes_back_and_goes_out_as_before(tmp_path: Path) -> None:
    given = [*seeds.outgoings(), through.nasty()]
    assert {why for name, why in written(tmp_path / "a", given) if name} == set()
    again = {each.stem: each for each in taken(tmp_path / "a")}
    for before in given:
        after = again[before.id]
        assert after.text == before.text
        assert through.said(outgoing_again(after)) == through.said(before)
    written(tmp_path / "b", [outgoing_again(again[each.id]) for each in given])
    for path in sorted((tmp_path / "a").iterdir()):
        same = path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
        assert same, path.name


def test_that_every_third_character_is_kept(tmp_path: Path) -> None:
    given = seeds.nasty()
    told = written(tmp_path / "a", [given])
    assert {why for _, why in told} == {"trimmed", "title"}
    fitted = {name for name, _ in told if name}
    (again,) = taken(tmp_path / "a")
    same = outgoing_again(again)
    assert len(same.annotations) == len(given.annotations)
    assert through.said(same, without=fitted) == through.said(given, without=fitted)


def test_that_a_claim_is_an_event(tmp_path: Path) -> None:
    written(tmp_path / "a", [through.nasty()])
    lines = (tmp_path / "a" / "nasty.ann").read_text(encoding="utf-8").splitlines()
    bounds = dict(line.split("\t")[:2] for line in lines)
    first = next(line for line in lines if line.startswith("E1\t"))
    words = [word.split(":") for word in first.split("\t")[1].split()]
    assert [role for role, _ in words] == ["Attribution", "Source", "Content", "Medium"]
    assert bounds[words[0][1]] == "Attribution 44 48"
    assert bounds[words[2][1]] == "Content 38 40;50 54"
    assert "Label E1 denial" in bounds.values()
    conf = (tmp_path / "a" / "annotation.conf").read_text(encoding="utf-8")
    assert "Attribution\tSource*:Source, Content*:Content" in conf
    assert "\nL1\n" in conf


def test_that_a_folder_with_something_in_it_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "mine.ann").write_text("")
    with pytest.raises(Fault, match=r"export\.folder"):
        written(tmp_path / "a", [seeds.nasty()])
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_that_a_pair_of_others_is_read(tmp_path: Path) -> None:
    path = pair(
        tmp_path, "Ana 🚢 said\r\nrain fell. Bo left.",
        "T1\tPER 0 3\tAna", "T2\tSay 6 10\tsaid", "T3\tThing 12 16;17 21\train fell",
        "T4\tPER 23 25\tBo", "E1\tSay:T2 Source:T1 Content1:T3", "A1\tCertain E1",
        "R1\tknows Arg1:T1 Arg2:T4", "#1\tAnnotatorNotes T4\twho?",
    )  # fmt: skip
    items = read(path, brat.FORMAT)
    assert problems(items) == [(3, "import.gaps")]
    found = one([item for item in items if isinstance(item, Incoming)])
    assert found.text == "Ana 🚢 said\nrain fell. Bo left."
    assert [(row.quote, row.label) for row in rows(found)] == [
        ("Ana", "PER"), ("said", "Say"), ("rain fell", "Thing"), ("Bo", "PER"), ("said", None),
    ]  # fmt: skip
    assert rows(found)[3].comment == "who?"
    assert rows(found)[4].attributes == '{"Certain":"true"}'


def test_that_bad_lines_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = pair(
        tmp_path, "Ana met Bo",
        "T1\tPER 0 3\tAna", "T2 PER 8 10 Bo", "T3\tPER 8 10\tCy", "T4\tPER 8 99\tBo", "hello",
        "*\tEquiv T1 T4", "T5\tPER 8 10\tBo",
    )  # fmt: skip
    items = read(path, brat.FORMAT)
    assert sorted(problems(items), key=str) == [
        (2, "import.brat_line"), (3, "import.brat_quote"), (4, "import.annotation_left_out"),
        (5, "import.brat_line"), (6, "import.brat_left_out"),
    ]  # fmt: skip
    found = one([item for item in items if isinstance(item, Incoming)])
    assert [row.quote for row in rows(found)] == ["Ana", "Bo"]


def test_that_an_ann_file_without_its_text_is_told(tmp_path: Path) -> None:
    path = pair(tmp_path, "x", "T1\tPER 0 1\tx")
    path.with_suffix(".txt").unlink()
    assert problems(read(path, brat.FORMAT)) == [(None, "import.no_pair")]


def test_that_ids_that_look_alike_get_files_of_their_own(tmp_path: Path) -> None:
    given = [
        Outgoing(name, "", "Ana", annotations=(entity(0, 3, "A B"),)) for name in ("a/b", "a b")
    ]
    assert written(tmp_path / "a", given) == [(None, "file_name"), (None, "file_name")]
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == ["a_b-2.ann", "a_b-2.txt", "a_b.ann", "a_b.txt", "annotation.conf"]
    assert rows(taken(tmp_path / "a")[0])[0].label == "A B"
