"""What the project has learned from its analyst: shown, switched, gone back on."""
