"""One file a noun: commands in, views out."""
