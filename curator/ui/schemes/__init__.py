"""The label scheme in the window: its editor, guidelines, what is to be looked at again."""
