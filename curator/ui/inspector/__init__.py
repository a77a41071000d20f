"""The inspector: the current annotation as a card, and everything in the document as a list."""
