"""One module per format, reading and writing side by side; no tokenising, no database."""
