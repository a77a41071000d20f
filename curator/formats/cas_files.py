"""UIMA CAS files are opened: nothing hostile gets as far as the library that reads them."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from curator.formats.base import LONGEST

if TYPE_CHECKING:
    from cassis import Cas

TYPES = "typesystem.xml"
"""The file of types that stands beside XMI files, in small letters."""

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Unreadable(Exception):
    """A file that is no CAS, or one that is not to be trusted.

    Attributes:
        code: of the problem.
        facts: for its words.
    """

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def xml_text(words: str) -> str:
    """Replace what XML 1.0 cannot hold by U+FFFD, which takes as much room."""
    return _UNFIT.sub("\ufffd", words)


def load_xmi(path: Path) -> tuple[Cas, list[str]]:
    """Open an XMI file with the types that stand beside it.

    Returns:
        The CAS, and what its reader warns of, each once.

    Raises:
        Unreadable: with the problem.
    """
    beside = next((one for one in path.parent.iterdir() if one.name.lower() == TYPES), None)
    if beside is None:
        raise Unreadable("import.no_type_system")
    for one in (beside, path):
        _check(one)
    return _load(path, beside)


def load_json(path: Path) -> tuple[Cas, list[str]]:
    """Open a CAS JSON file; its types are in it. As `load_xmi`."""
    if path.stat().st_size > LONGEST:
        raise Unreadable("import.too_long", limit=LONGEST)
    return _load(path, None)


def _load(path: Path, types: Path | None) -> tuple[Cas, list[str]]:
    import cassis
    from cassis.typesystem import TypeNotFoundError

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            if types is None:
                cas = cassis.load_cas_from_json(path.read_text(encoding="utf-8-sig"))
            else:
                system = cassis.load_typesystem(types)
                cas = cassis.load_cas_from_xmi(path, typesystem=system, lenient=True)
        except (
            *(TypeNotFoundError, ArithmeticError, AttributeError, LookupError, OSError),
            *(RuntimeError, SyntaxError, TypeError, ValueError, AssertionError),
        ) as error:
            reason = f"{type(error).__name__}: {error}"[:200]
            raise Unreadable("import.no_cas", reason=reason) from error
    return cas, list(dict.fromkeys(str(one.message) for one in told))


def _check(path: Path) -> None:
    """Refuse XML with a document type, which is where entities come from, before it is read."""
    if path.stat().st_size > LONGEST:
        raise Unreadable("import.too_long", limit=LONGEST)
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    try:
        with path.open("rb") as stream:
            parser.ParseFile(stream)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Unreadable("import.no_cas", reason=str(error)) from error


def _refuse(*_declared: object) -> None:
    raise Unreadable("import.doctype")
