"""The reading surface: the text of a document with its annotations painted under it."""
