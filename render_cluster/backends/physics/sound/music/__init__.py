"""A bed of music in a mood: written by rule and chance, played by small synthesisers."""
