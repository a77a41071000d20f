"""Codes and facts of faults, problems, acts and findings become English sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Any

from curator.domain.faults import Fault
from curator.services.sentences import ACTS, FAULTS, FINDINGS, PROBLEMS, STEPS, TABLES, WHY
from curator.services.sentences.counts import COUNTS
from curator.translation import gettext as _
from curator.translation import ngettext

if TYPE_CHECKING:
    from curator.domain.scheme_steps import Step
    from curator.formats.base import Problem
    from curator.formats.read_back import ReadBack
    from curator.store.check import Finding

_SHORT = 40
"""Characters of a quote in the name of an act."""

_CONTROLS = dict.fromkeys([*range(32), *range(127, 160), 0x2028, 0x2029], " ")
_DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "")
_PLAIN = {**_CONTROLS, **_DIRECTIONS}
"""What would break a line, steer a terminal or turn the rest of a line around."""


@dataclass(frozen=True, slots=True)
class Words:
    """A fault in words.

    Attributes:
        what: what is not as it should be, without a full stop: the title of a notice.
        where: of what or whom; may be empty.
        next: what a person can do; may be empty.
    """

    what: str
    where: str = ""
    next: str = ""

    @property
    def line(self) -> str:
        """All of it in one line."""
        return _sentences(_joined(self.what, self.where), self.next)

    @property
    def detail(self) -> str:
        """What stands under the title of a notice."""
        return _sentences(self.where, self.next)


def fault(told: Fault) -> Words:
    """Return the words of a fault.

    One with a code of a stranger's shows the fact ``words`` if it has it, else code and facts.
    """
    if told.code not in FAULTS:
        return Words(_plain(str(told.facts.get("words") or told)))
    what, where, then = (_filled(template, told.facts) for template in FAULTS[told.code])
    return Words(what, where, then)


def error(told: BaseException) -> Words:
    """Return the words of an error; whatever is no fault is one of the program."""
    if not isinstance(told, Fault):
        told = Fault("bug", reason=f"{type(told).__name__}: {told}")
    return fault(told)


def problem(told: Problem) -> str:
    """Return a line about something that did not go in: file, line, reason."""
    line = "" if told.line is None else _("line {n}").format(n=told.line)
    place = ", ".join(part for part in (_plain(told.file), line) if part)
    return _joined(place, _sentence(PROBLEMS, told.code, told.facts))


def act(code: str, facts: Mapping[str, Any]) -> str:
    """Return the name of an act, as undo and redo, the log and the history show it.

    Args:
        code: of its first change set.
        facts: of that change set; one of undo or redo names the code that it is about.
    """
    if code in ("undo", "redo"):
        turned = act(str(facts.get("of", "")), facts)
        return (_("Undo: {act}") if code == "undo" else _("Redo: {act}")).format(act=turned)
    template = ACTS.get(code)
    if template is None:
        template = _plain(code).capitalize() + "[ “{quote:short}”]"
    return _filled(template, facts)


def finding(told: Finding) -> str:
    """Return a sentence about something that does not hold in a project."""
    return _sentence(FINDINGS, told.code, told.facts)


def why_same(pattern: str, evidence: str) -> str:
    """Return why somebody is proposed to be the same, in the words of a card."""
    return _filled(WHY.get(pattern, _plain(pattern)), {"evidence": evidence})


def scheme_step(told: Step) -> str:
    """Return a line about one thing that a draft of a scheme does."""
    return _filled(STEPS[told.code], told.facts)


def left_out(reason: str) -> str:
    """Return what an export left out for a reason, as in “12 × overlapping entities”."""
    return TABLES["left_out"].get(reason, _plain(reason))


def why_label(reason: str) -> str:
    """Return why a label of files goes where it goes."""
    return TABLES["label"].get(reason, _plain(reason))


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, such as ``1 document`` and ``1,204 entities``.

    Raises:
        KeyError: for a noun that `COUNTS` has no words for.
    """
    return COUNTS[noun](number).format(n=number)


def read_back(found: ReadBack) -> str:
    """Return what was read again, such as ``1,204 annotations in 87 documents``."""
    return _("{annotations} in {documents}").format(
        annotations=counted(found.annotations, "annotation"),
        documents=counted(found.documents, "document"),
    )


def profile(kind: str, plain: Mapping[str, Any]) -> str:
    """Return what a profile keeps in a line: its format, and what is not as usual.

    Args:
        kind: ``export`` or ``import``.
        plain: what is kept.
    """
    return ", ".join(_export_profile(plain) if kind == "export" else _import_profile(plain))


def _export_profile(plain: Mapping[str, Any]) -> list[str]:
    told = [str(plain["format"])]
    chosen = dict(plain.get("selection", {}))
    usual = {"states": ["accepted"], "documents": "reviewed", "edges": "split",
             "nested": "outermost"}  # fmt: skip
    for key, value in (chosen | dict(plain.get("split", {}))).items():
        if value and value != usual.get(key):
            shown = ",".join(map(str, value)) if isinstance(value, list) else str(value)
            told.append(key if value is True else f"{key} {_plain(shown)}")
    return told + _pairs(plain.get("renamed", {}))


def _import_profile(plain: Mapping[str, Any]) -> list[str]:
    told = [str(plain.get("format_name") or "by the file")]
    keys = ("encoding", "annotations", "labels", "batch")
    told += [f"{key} {_plain(plain[key])}" for key in keys if key in plain]
    if "carry" in plain:
        told.append("carry" if plain["carry"] else "no-carry")
    return told + _pairs(plain.get("columns", {})) + _pairs(plain.get("label_map", {}))


def _pairs(names: Mapping[str, str]) -> list[str]:
    return [_plain(f"{label}={name}") for label, name in names.items()]


def size(number: int) -> str:
    """Return a number of bytes as people read it, such as ``12.5 MB``."""
    for unit, bytes_of in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if number >= bytes_of:
            return f"{number / bytes_of:.1f}".removesuffix(".0") + f" {unit}"
    return ngettext("{n} byte", "{n} bytes", number).format(n=number)


def fields(template: str) -> tuple[set[str], set[str]]:
    """Return which facts a template must have, and which it may."""
    must: set[str] = set()
    may: set[str] = set()
    for optional, piece in _pieces(template):
        (may if optional else must).update(field[1] for field in _parse(piece) if field[1])
    return must, may


def _filled(template: str, facts: Mapping[str, Any]) -> str:
    words: list[str] = []
    for optional, piece in _pieces(template):
        parsed = _parse(piece)
        if optional and not all(facts.get(field[1]) for field in parsed if field[1]):
            continue
        for text, name, spec, _conversion in parsed:
            words.append(text)
            if name:
                words.append(_shown(facts.get(name, "?"), spec or ""))
    return "".join(words).removeprefix(", ")


def _pieces(template: str) -> list[tuple[bool, str]]:
    """Cut a template into pieces, and say of each whether it is optional."""
    pieces: list[tuple[bool, str]] = []
    for piece in template.split("["):
        inside, bracket, after = piece.partition("]")
        pieces += [(True, inside), (False, after)] if bracket else [(False, inside)]
    return pieces


def _parse(piece: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return list(Formatter().parse(piece))


def _shown(value: Any, spec: str) -> str:
    if spec.startswith("@"):
        return TABLES[spec[1:]].get(str(value), _plain(str(value)))
    if spec == "short":
        words = " ".join(_plain(str(value)).split())
        return words if len(words) <= _SHORT else words[: _SHORT - 1].rstrip() + "…"
    if isinstance(value, list | tuple):
        return ", ".join(_plain(str(one)) for one in value)
    if spec and isinstance(value, int):
        if spec == "bytes":
            return size(value)
        return f"{value:,}" if spec == "," else counted(value, spec)
    return _plain(str(value))


def _plain(text: str) -> str:
    return text.translate(_PLAIN)


def _joined(first: str, second: str) -> str:
    return ": ".join(part for part in (first, second) if part)


def _sentences(*parts: str) -> str:
    """Put sentences one after the other; the last keeps its end, which may be a command's."""
    *before, last = [part for part in parts if part] or [""]
    return ". ".join([*(part.rstrip(".") for part in before), last])


def _sentence(table: Mapping[str, str], code: str, facts: Mapping[str, Any]) -> str:
    """Fill in a code's template; what a plug-in reports under a code of its own is listed."""
    if code in table:
        return _filled(table[code], facts)
    return _plain(" ".join([code, *(f"{name}={value!r}" for name, value in facts.items())]))
