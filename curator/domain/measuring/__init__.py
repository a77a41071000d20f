"""How good suggestions are, and what they leave to do."""
