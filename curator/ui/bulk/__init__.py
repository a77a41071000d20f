"""Bulk review: a table of suggestions over the whole project, and the sample before an act."""
