"""What the log amounts to: views that follow it, and can always be rebuilt from it."""
