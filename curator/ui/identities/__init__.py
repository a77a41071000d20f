"""Identities in the window: whom the current annotation is, and the list of all."""
