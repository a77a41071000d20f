"""One function per thing a person can do; they know neither threads nor Qt."""
