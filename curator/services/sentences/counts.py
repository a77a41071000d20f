"""Numbers of things: one noun each, in as many forms as a language has."""

from __future__ import annotations

from collections.abc import Callable

from curator.translation import ngettext

COUNTS: dict[str, Callable[[int], str]] = {
    "act": lambda n: ngettext("{n:,} act", "{n:,} acts", n),
    "annotation": lambda n: ngettext("{n:,} annotation", "{n:,} annotations", n),
    "blind document": lambda n: ngettext("{n:,} blind document", "{n:,} blind documents", n),
    "candidate": lambda n: ngettext("{n:,} candidate", "{n:,} candidates", n),
    "change": lambda n: ngettext("{n:,} change", "{n:,} changes", n),
    "change set": lambda n: ngettext("{n:,} change set", "{n:,} change sets", n),
    "claim": lambda n: ngettext("{n:,} claim", "{n:,} claims", n),
    "decision": lambda n: ngettext("{n:,} decision", "{n:,} decisions", n),
    "document": lambda n: ngettext("{n:,} document", "{n:,} documents", n),
    "done document": lambda n: ngettext("{n:,} done document", "{n:,} done documents", n),
    "duplicate": lambda n: ngettext("{n:,} duplicate", "{n:,} duplicates", n),
    "entity": lambda n: ngettext("{n:,} entity", "{n:,} entities", n),
    "entry": lambda n: ngettext("{n:,} entry", "{n:,} entries", n),
    "file": lambda n: ngettext("{n:,} file", "{n:,} files", n),
    "finding": lambda n: ngettext("{n:,} finding", "{n:,} findings", n),
    "group": lambda n: ngettext("{n:,} group", "{n:,} groups", n),
    "identity": lambda n: ngettext("{n:,} identity", "{n:,} identities", n),
    "label": lambda n: ngettext("{n:,} label", "{n:,} labels", n),
    "later act": lambda n: ngettext("{n:,} later act", "{n:,} later acts", n),
    "line": lambda n: ngettext("{n:,} line", "{n:,} lines", n),
    "mention": lambda n: ngettext("{n:,} mention", "{n:,} mentions", n),
    "pipeline": lambda n: ngettext("{n:,} pipeline", "{n:,} pipelines", n),
    "place": lambda n: ngettext("{n:,} place", "{n:,} places", n),
    "project": lambda n: ngettext("{n:,} project", "{n:,} projects", n),
    "reviewed document": lambda n: ngettext(
        "{n:,} reviewed document", "{n:,} reviewed documents", n
    ),
    "source": lambda n: ngettext("{n:,} source", "{n:,} sources", n),
    "step": lambda n: ngettext("{n:,} step", "{n:,} steps", n),
    "story": lambda n: ngettext("{n:,} story", "{n:,} stories", n),
    "suggestion": lambda n: ngettext("{n:,} suggestion", "{n:,} suggestions", n),
    "text": lambda n: ngettext("{n:,} text", "{n:,} texts", n),
    "verdict": lambda n: ngettext("{n:,} verdict", "{n:,} verdicts", n),
}
"""By the noun, as code and templates name it: the words for a number, to be filled in."""
