"""The default backend: simulates the scene and films it, without model weights."""
