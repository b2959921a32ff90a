"""People: a baked body, cut and clothed for one person, that follows the solver's bones."""
