"""Curator: read documents, decide what machines suggest, keep every decision, export gold."""

__version__ = "0.1.0"
