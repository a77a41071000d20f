"""Looks up the program's own words in the catalogue of the person's language.

A catalogue is one of GNU gettext: ``resources/translations/LANGUAGE/LC_MESSAGES/curator.mo``. The
language is the system's (``LANGUAGE``, ``LC_ALL``, ``LC_MESSAGES``, ``LANG``) and stays the same
for the life of a process, so a table of words may be translated where it stands. Without a
catalogue the words stay English. What documents, schemes and people say is never looked up.
"""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path

from curator import assets


def of_language(folder: Path) -> _gettext.NullTranslations:
    """Return the catalogue of the person's language; an empty one where there is none.

    Args:
        folder: has a folder for each language, ``de/LC_MESSAGES/curator.mo``.
    """
    return _gettext.translation("curator", folder, fallback=True)


class _Used:
    """The catalogue in use; looked into when a module is imported and when a text is made."""

    catalogue = of_language(assets.resources() / "translations")


def gettext(text: str) -> str:
    """Return a text of the program in the language in use; imported as ``_``.

    Args:
        text: a literal, so that tools find it; what it is filled with stands in braces and is
            filled in afterwards, by ``format`` and by name.
    """
    return _Used.catalogue.gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """Return a text of the program for a number of things.

    Args:
        one: the English text for one, a literal.
        many: the English text for any other number, a literal.
        number: how many; languages differ in how many forms they have.
    """
    return _Used.catalogue.ngettext(one, many, number)


def use(catalogue: _gettext.NullTranslations) -> None:
    """Look texts up in another catalogue from now on; what is already made stays as it is."""
    _Used.catalogue = catalogue
