"""Teaching the recogniser, in a process of its own."""
