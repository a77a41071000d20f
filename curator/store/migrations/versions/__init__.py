"""One module for each schema, with the plain SQL that leads there from the one before."""
