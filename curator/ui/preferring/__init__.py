"""The key sheet, and the window of preferences."""
