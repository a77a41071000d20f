"""Versions of a document in the window: going through them, and what is new in one."""
