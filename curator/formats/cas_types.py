"""The types of UIMA CAS files: those of DKPro and INCEpTION, and our own beside them."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cassis import TypeSystem

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
META = f"{_DKPRO}.metadata.type.DocumentMetaData"
SENTENCE = f"{_DKPRO}.segmentation.type.Sentence"
TOKEN = f"{_DKPRO}.segmentation.type.Token"
NAMED_ENTITY = f"{_DKPRO}.ner.type.NamedEntity"
ENTITY = "curator.Entity"
"""An entity that is neither accepted nor suggested; as a `NamedEntity` it would say it is one."""
CLAIM = "curator.Claim"
"""A part of a claim; the one with a ``value``, its cue or its content, stands for the claim."""
CLAIM_PART = "curator.ClaimPart"
"""Leads from the part that stands for a claim to another one."""
LINK = "curator.Link"
DETAILS = "curator.Details"
"""What is known of an annotation beyond label, place and attributes."""
DOCUMENT = "curator.Document"
"""What is known of the document beyond what `META` holds."""

OURS = frozenset({ENTITY, CLAIM, CLAIM_PART, LINK, DETAILS, DOCUMENT})

_ANNOTATION = "uima.tcas.Annotation"
_STRING, _DOUBLE = "uima.cas.String", "uima.cas.Double"
_RELATION = {"Governor": _ANNOTATION, "Dependent": _ANNOTATION, "role": _STRING}
_TYPES: dict[str, tuple[str, dict[str, str]]] = {
    META: (
        "uima.tcas.DocumentAnnotation",
        {"documentTitle": _STRING, "documentId": _STRING, "documentUri": _STRING},
    ),
    SENTENCE: (_ANNOTATION, {}),
    TOKEN: (_ANNOTATION, {}),
    NAMED_ENTITY: (_ANNOTATION, {"value": _STRING, "identifier": _STRING}),
    ENTITY: (_ANNOTATION, {"value": _STRING}),
    CLAIM: (_ANNOTATION, {"value": _STRING, "role": _STRING}),
    CLAIM_PART: (_ANNOTATION, _RELATION),
    LINK: (_ANNOTATION, _RELATION),
    DETAILS: (
        _ANNOTATION,
        {
            "of": _ANNOTATION,
            "id": _STRING,
            "state": _STRING,
            "score": _DOUBLE,
            "confidence": _DOUBLE,
            "suggester": _STRING,
            "more": _STRING,
        },
    ),
    DOCUMENT: (
        _ANNOTATION,
        {"meta": _STRING, "extra": _STRING, "reviewed": _STRING, "layers": _STRING},
    ),
}
_FEATURE = re.compile(r"[A-Za-z][A-Za-z0-9]{1,40}")
_MEANT = frozenset({"begin", "end", "sofa", "role", "value", "label", "type", "self", "xmiID"})


def is_feature(name: str) -> bool:
    """Whether a claim's attribute can be a feature under its own name."""
    taken = name in _MEANT or keyword.iskeyword(name) or name in {"get", "set"}
    return _FEATURE.fullmatch(name) is not None and not taken


def type_system(attributes: Iterable[str]) -> TypeSystem:
    """Return the types of a file.

    Args:
        attributes: names of claims' attributes that are features, as `is_feature` allows them.
    """
    from cassis import TypeSystem

    system = TypeSystem()
    for name, (parent, _) in _TYPES.items():
        system.create_type(name, parent)
    for name, (_, features) in _TYPES.items():
        for feature, kind in features.items():
            system.create_feature(system.get_type(name), feature, kind)
    for attribute in sorted(attributes):
        system.create_feature(system.get_type(CLAIM), attribute, _STRING)
    return system
