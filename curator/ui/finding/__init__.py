"""Finding words: a bar over the text, and a list of the documents that have them."""
