"""The words of closed sets: states, layers, roles, orders and their like, as people read them."""

from __future__ import annotations

from curator.translation import gettext as _

_NAMES = {
    # states
    "suggested": _("suggested"),
    "accepted": _("accepted"),
    "rejected": _("rejected"),
    "unsure": _("unsure"),
    "superseded": _("superseded"),
    "withdrawn": _("withdrawn"),
    "flagged": _("flagged"),
    # layers and roles
    "entity": _("entity"),
    "claim": _("claim"),
    "mention": _("mention"),
    "source": _("source"),
    "cue": _("cue"),
    "content": _("content"),
    "addressee": _("addressee"),
    "medium": _("medium"),
    # what a document has
    "text": _("text"),
    "title": _("title"),
    "date": _("date"),
    "url": _("address on the web"),
    "language": _("language"),
    "author": _("author"),
    "place": _("place"),
    # orders of the queue
    "as imported": _("as imported"),
    "by title": _("by title"),
    "newest first": _("newest first"),
    "oldest first": _("oldest first"),
    "least left first": _("least left first"),
    "most saved first": _("most saved first"),
    "least certain first": _("least certain first"),
    # kinds of acts
    "all acts": _("all acts"),
    "decisions": _("decisions"),
    "documents": _("documents"),
    "comments": _("comments"),
    "machines": _("machines"),
    "imports": _("imports"),
    "identities": _("identities"),
    "label scheme": _("label scheme"),
    "undo and redo": _("undo and redo"),
    # reasons of a rejection
    "not a claim": _("not a claim"),
    "wrong span": _("wrong span"),
    "wrong source": _("wrong source"),
    "duplicate": _("duplicate"),
    "by closing": _("by closing"),
    # a colour family of no label
    "grey": _("grey"),
    # themes and densities
    "system": _("system"),
    "light": _("light"),
    "dark": _("dark"),
    "compact": _("compact"),
    "comfortable": _("comfortable"),
    "large": _("large"),
}


def named(word: str) -> str:
    """Return a word of a closed set in the language in use; any other stays as it is."""
    return _NAMES.get(word, word)
