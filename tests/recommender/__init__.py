"""The feed, tried on a real log, real views and the real sentence model."""
