"""Suggestions against gold: evaluate, and simulate an analyst."""
