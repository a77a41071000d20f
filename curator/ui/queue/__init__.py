"""The queue: batches and documents, fetched as they come into view."""
