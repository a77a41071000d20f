"""What an annotation says when the pointer rests on it."""
