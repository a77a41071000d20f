"""Which files a dialogue offers as documents."""

from curator.services.importing import readable_suffixes


def document_files() -> str:
    """Return the filter of a file dialogue: what any installed format reads, then everything."""
    patterns = " ".join(f"*{suffix}" for suffix in readable_suffixes())
    return f"Documents ({patterns});;All files (*)"
