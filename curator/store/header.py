"""What stands in the header of every project file."""

APPLICATION_ID = 0x43555241
"""“CURA”."""

SCHEMA = 5
"""`PRAGMA user_version` of the tables in `curator.store.tables`."""
