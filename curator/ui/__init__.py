"""The window: Qt, and the only room where PySide6 is imported."""
