"""Dialogues: what must be settled before something can begin."""
