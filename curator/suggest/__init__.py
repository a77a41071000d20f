"""Suggesters, the tokeniser and their child process: the only room where spaCy is imported."""
