"""The same verbs as the menus, headless."""
