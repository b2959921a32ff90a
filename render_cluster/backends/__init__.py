"""The makers of clips: one folder a backend, all behind one protocol."""
