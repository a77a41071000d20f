"""An invented language: every letter has a mark, so that whatever has none was not translated."""

from __future__ import annotations

import gettext
import re

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MARKED = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ"
_TABLE = str.maketrans(_PLAIN, _MARKED)
_FIELD = re.compile(r"(\{[^{}]*\}|\[|\])")
"""What a text is filled with stays as it is, and so do brackets around what may be left out."""

LATIN = re.compile(r"[A-Za-z]{2,}")
"""Words that nobody has translated."""


def pseudo(text: str) -> str:
    """Return a text in the invented language, a third longer, as other languages are."""
    words = "".join(
        piece if place % 2 else piece.translate(_TABLE)
        for place, piece in enumerate(_FIELD.split(text))
    )
    return words + "~" * (len(text) // 3)


class Pseudo(gettext.NullTranslations):
    """A catalogue that has everything."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)
