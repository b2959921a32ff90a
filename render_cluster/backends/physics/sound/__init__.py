"""Makes a shot heard: every sound follows from a contact, a rolling wheel or the place."""
