"""What the words mean: frozen values and pure functions, without I/O and without a clock."""
