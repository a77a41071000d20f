"""Why a suggestion is there: what proposed it, and what was decided of its words before."""

from __future__ import annotations

from curator.domain.annotation import Layer
from curator.domain.document import SuggesterRow
from curator.domain.learning.taught import MEMORY
from curator.services.reading import History
from curator.translation import gettext as _
from curator.ui import dates

_TITLE = 25
"""Characters of a title."""

_PLAIN = "model"
"""The pattern of what a model says by itself."""


def proposed_by(suggester: SuggesterRow, pattern: str | None) -> str:
    """Say what proposed an annotation: rule or pattern, suggester and version.

    Args:
        suggester: who proposed it.
        pattern: by which rule.
    """
    if suggester.name == MEMORY:
        return (
            _("as it was decided before")
            if pattern in (None, MEMORY)
            else _("in the {pattern}").format(pattern=pattern)
        )
    model = suggester.recipe.get("model") or {}
    name = " ".join(str(model[key]) for key in ("name", "version") if model.get(key))
    own = f"{suggester.name} {suggester.version}".strip()
    if suggester.layer is Layer.CLAIM:
        return _("{pattern}, by {own}").format(pattern=pattern, own=own) if pattern else name or own
    rules = [] if pattern is None else [one for one in pattern.split(", ") if one != _PLAIN]
    return ", ".join([name or own, *rules])


def decided_before(history: History, label: str) -> str:
    """Say how often the words were decided, and how often as this label.

    Args:
        history: of the words.
        label: of the annotation.
    """
    decided = sum(n for _label, n in history.elsewhere) + history.rejected
    same = dict(history.elsewhere).get(label, 0)
    if not decided:
        return _("these words are not decided anywhere yet")
    return _("accepted as {label} {same} of {decided} times").format(
        label=label, same=same, decided=decided
    )


def decided_last(history: History) -> str:
    """Say where the words were decided last, with a title short enough for a date behind it.

    Args:
        history: of the words.

    Returns:
        Nothing where they were decided nowhere.
    """
    if history.last is None:
        return ""
    title, date = history.last
    if len(title) > _TITLE:
        title = title[:_TITLE].rstrip() + "…"
    return _("last: ") + ", ".join(part for part in (title, dates.spoken(date)) if part)
