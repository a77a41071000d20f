"""Screenshots of the program on its samples, to be looked at beside the design's pictures."""
