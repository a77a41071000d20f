"""The claim ledger in the window: who claims what, and what bears on it."""
