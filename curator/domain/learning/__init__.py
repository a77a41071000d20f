"""What decisions teach, and how suggestions are arranged by it."""
