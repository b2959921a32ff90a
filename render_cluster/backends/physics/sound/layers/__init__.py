"""The layers that the sound of a place is made of: air, water, what lives there, the town."""
