"""Long work beside the review: import, suggest, export; each in a lane of its own."""
