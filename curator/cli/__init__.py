"""The verbs of the menus on the command line, without Qt and without spaCy."""
