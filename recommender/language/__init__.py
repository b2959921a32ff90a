"""How words that people type are read, one small pure module a question."""
