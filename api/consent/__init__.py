"""Whose likeness a clip may hold: what is asked for, whom it casts, what binds that, and the copies people keep."""
