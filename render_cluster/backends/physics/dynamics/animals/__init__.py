"""Animals in motion: gaits, wing beats and tail strokes, and the forces that they are made of."""
