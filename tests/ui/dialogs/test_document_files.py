"""Which files a dialogue offers as documents."""

from curator.ui.dialogs.document_files import document_files


def test_that_every_readable_suffix_is_offered() -> None:
    documents, everything = document_files().split(";;")
    offered = set(documents.removeprefix("Documents (").removesuffix(")").split())
    assert {"*.txt", "*.md", "*.eml", "*.csv", "*.tsv", "*.json", "*.jsonl", "*.zip"} <= offered
    assert everything == "All files (*)"
