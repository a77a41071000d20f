"""Small widgets of our own: they take plain data, emit signals and paint from the tokens."""
