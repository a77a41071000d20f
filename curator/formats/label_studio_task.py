"""A task of Label Studio on its way in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from curator.domain.annotation import State
from curator.formats.assembling import Given, objects, sender_id, words
from curator.formats.json_lines import JsonLine
from curator.formats.label_studio_config import attribute
from curator.formats.units import Utf16

_DATA = frozenset({"id", "title", "text", "meta"})


def given(item: JsonLine) -> Given:
    """Return what a task says.

    Of several annotations of a task the one called ground truth counts, else the first; the
    others are complained of, and so is one that was cancelled.
    """
    task = item.value
    data = task.get("data")
    data = data if isinstance(data, dict) else {}
    key = _text_key(data)
    meta = data.get("meta")
    found = Given(
        line=item.number,
        raw=item.raw,
        text=data.get(key),
        id=sender_id(data.get("id")) or sender_id(task.get("id")),
        title=words(data, "title"),
        meta=meta if isinstance(meta, dict) else {},
        extra={name: kept for name, kept in data.items() if name not in (key, *_DATA)},
    )
    if meta is not None and not isinstance(meta, dict):
        found.complain("import.key_left_out", key="meta")
    results = _Results(found)
    chosen = _chosen(found, task)
    found.annotated = chosen is not None
    if chosen is not None:
        results.add(chosen, state=State.ACCEPTED.value)
    for one in objects(found, "predictions", task.get("predictions")):
        model = one.get("model_version")
        results.add(one, state=State.SUGGESTED.value, suggester=model or None)
    return found


def _text_key(data: dict[str, Any]) -> str:
    """Return where the text is: under ``text``, or the only key with words."""
    with_words = [key for key, value in data.items() if isinstance(value, str)]
    return with_words[0] if "text" not in data and len(with_words) == 1 else "text"


def _chosen(found: Given, task: dict[str, Any]) -> dict[str, Any] | None:
    key = "annotations" if "annotations" in task else "completions"
    annotations = objects(found, key, task.get(key))
    done = [one for one in annotations if not one.get("was_cancelled")]
    if len(done) < len(annotations):
        found.complain("import.cancelled", n=len(annotations) - len(done))
    best = next((one for one in done if one.get("ground_truth")), done[0] if done else None)
    if len(done) > 1:
        found.complain("import.more_annotators", n=len(done) - 1)
    return best


class _Results:
    """Turns results into spans and relations."""

    def __init__(self, found: Given) -> None:
        self._found = found
        self._text = found.text if isinstance(found.text, str) else ""
        self._units = Utf16(self._text)
        self._taken: set[str] = set()

    def add(self, one: dict[str, Any], *, state: str, suggester: Any = None) -> None:
        """Take the result of one annotation or prediction."""
        regions = objects(self._found, "result", one.get("result"))
        names: dict[str, str] = {}
        spans: dict[str, dict[str, Any]] = {}
        for region in regions:
            for span in self._spans(region) if region.get("type") == "labels" else ():
                name = sender_id(region.get("id")) or "region"
                own = self._free(name)
                names.setdefault(name, own)
                spans[own] = {"id": own, "state": state, "suggester": suggester, **span}
        for region in regions:
            kind = region.get("type")
            owner = spans.get(names.get(str(region.get("id")), ""))
            if kind == "relation":
                self._found.relations += _relations(region, names)
            elif kind == "choices" and owner is not None:
                self._choice(region, owner)
            elif kind != "labels":
                self._found.complain("import.result_left_out", kind=str(kind))
        self._found.spans += spans.values()

    def _free(self, name: str) -> str:
        while name in self._taken:
            name += "'"
        self._taken.add(name)
        return name

    def _spans(self, region: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield a span for each label of a region."""
        value = region.get("value")
        value = value if isinstance(value, dict) else {}
        start, end = (self._units.to_code_points(value.get(key)) for key in ("start", "end"))
        span: dict[str, Any] = {"start": start, "end": end}
        if (score := region.get("score")) is not None:
            span["score"] = score
        if (comment := _note(region)) is not None:
            span["comment"] = comment
        quote = value.get("text")
        if isinstance(quote, str) and type(start) is int and type(end) is int:
            stands = self._text[start:end]
            if quote.replace("\\n", " ").split() != stands.replace("\\n", " ").split():
                span["quote"] = quote
        labels = value.get("labels")
        for label in labels if isinstance(labels, list) and labels else [None]:
            yield {**span, "label": label}

    def _choice(self, region: dict[str, Any], owner: dict[str, Any]) -> None:
        value = region.get("value")
        choices = value.get("choices") if isinstance(value, dict) else None
        if not isinstance(choices, list) or not all(isinstance(one, str) for one in choices):
            self._found.complain("import.result_left_out", kind="choices")
            return
        name = attribute(words(region, "from_name"))
        owner.setdefault("attributes", {})[name] = ", ".join(choices)


def _note(region: dict[str, Any]) -> str | None:
    meta = region.get("meta")
    notes = meta.get("text") if isinstance(meta, dict) else None
    if isinstance(notes, list) and notes and all(isinstance(one, str) for one in notes):
        return "\n".join(notes)
    return None


def _relations(region: dict[str, Any], names: dict[str, str]) -> Iterator[tuple[Any, Any, Any]]:
    """Yield a relation for each of its labels; one without is called ``relation``."""
    ends = [names.get(str(region.get(key))) for key in ("from_id", "to_id")]
    if region.get("direction") == "left":
        ends.reverse()
    labels = region.get("labels")
    for label in labels if isinstance(labels, list) and labels else ["relation"]:
        yield ends[0], ends[1], label
        if region.get("direction") == "bi":
            yield ends[1], ends[0], label
