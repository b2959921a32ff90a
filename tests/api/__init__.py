"""The doors, knocked at as a phone would."""
