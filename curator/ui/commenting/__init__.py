"""Comments on annotations and documents: written in a small editor, shown on cards and rows."""
