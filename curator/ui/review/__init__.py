"""Reviewing a document: its state, its acts; loaded after the first paint."""
