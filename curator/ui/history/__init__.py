"""The history in the window: what was done, undone again, gone to, and replayed."""
