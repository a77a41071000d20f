"""The columns of our Parquet files, for Arrow and for Hugging Face's datasets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

_STRING, _OFFSET, _SHARE = "string", "int32", "float64"
_LISTED: dict[str, Any] = {
    "id": _STRING,
    "label": _STRING,
    "state": _STRING,
    "start": _OFFSET,
    "end": _OFFSET,
    "quote": _STRING,
    "score": _SHARE,
    "confidence": _SHARE,
    "suggester": _STRING,
    "comment": _STRING,
    "reason": _STRING,
    "attributes": [{"name": _STRING, "value": _STRING}],
    "links": [{"role": _STRING, "target": _STRING}],
    "more": _STRING,
}
_PART = {"role": _STRING, "start": _OFFSET, "end": _OFFSET, "quote": _STRING}
COLUMNS: dict[str, Any] = {
    "id": _STRING,
    "title": _STRING,
    "text": _STRING,
    "language": _STRING,
    "meta": _STRING,
    "extra": _STRING,
    "reviewed": [_STRING],
    "entities": [_LISTED],
    "claims": [{**_LISTED, "parts": [_PART]}],
}
"""Names and kinds; a list holds what each of its elements is."""


def schema(pa: Any) -> pyarrow.Schema:
    """Return the columns.

    Args:
        pa: the library, which only those load who write such a file.
    """
    features = {name: _feature(kind) for name, kind in COLUMNS.items()}
    known = json.dumps({"info": {"features": features}})
    fields = [pa.field(name, _arrow(pa, kind)) for name, kind in COLUMNS.items()]
    found: pyarrow.Schema = pa.schema(fields, metadata={"huggingface": known})
    return found


def _arrow(pa: Any, kind: Any) -> Any:
    if isinstance(kind, list):
        return pa.list_(_arrow(pa, kind[0]))
    if isinstance(kind, dict):
        return pa.struct([pa.field(name, _arrow(pa, one)) for name, one in kind.items()])
    return {_STRING: pa.string, _OFFSET: pa.int32, _SHARE: pa.float64}[kind]()


def _feature(kind: Any) -> Any:
    """Return what datasets call a feature; a list in brackets is read by all of its versions."""
    if isinstance(kind, list):
        return [_feature(kind[0])]
    if isinstance(kind, dict):
        return {name: _feature(one) for name, one in kind.items()}
    return {"dtype": kind, "_type": "Value"}
