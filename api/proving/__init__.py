"""What proves the log to outsiders: its tree and signed heads, witnesses that cosign them, and seals in clips."""
