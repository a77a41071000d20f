"""Backups in the window: made beside the review, listed, put back."""
