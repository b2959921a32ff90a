"""What there is in the world besides people and animals: kinds with their sizes, masses and materials."""
