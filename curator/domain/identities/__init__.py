"""Who is who: mentions and sources that are the same somebody."""
