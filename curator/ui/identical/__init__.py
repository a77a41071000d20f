"""Identical mentions: looked for, shown with their context, decided as one."""
