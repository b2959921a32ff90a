"""Given events, these rows; and the same rows however the events came in batches."""
