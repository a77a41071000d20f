"""Which files a dialogue offers as documents."""

from __future__ import annotations

from curator.services.importing import readable_suffixes
from curator.translation import gettext as _


def document_files() -> str:
    """Return the filter of a file dialogue: what any installed format reads, then everything."""
    patterns = " ".join(f"*{suffix}" for suffix in readable_suffixes())
    return _("Documents ({patterns});;All files (*)").format(patterns=patterns)
