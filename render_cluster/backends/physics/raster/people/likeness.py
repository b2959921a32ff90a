"""A likeness on the head: a texture of a face, warped from its landmarks to those of the head."""
