"""What became of imports, in the window."""
