"""Learning from decisions, and arranging suggestions by it."""
