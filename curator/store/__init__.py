"""The project file: tables, the one writer, the log, queries, health checks."""
